#!/bin/sh
# guard.sh MARK: waits for the AppHost's end, however it comes, then ends the processes it left: those with MARK in their environment.
exec >/dev/null 2>&1
cat # Returns when the AppHost's end of the pipe is closed.

left() { grep -lszx "SYNTHDATAGEN_STACK=$1" /proc/[0-9]*/environ | cut -d/ -f3; }

for signal in TERM KILL; do
    for id in $(left "$1"); do kill -s $signal "$id"; done
    for _ in $(seq 75); do
        [ -n "$(left "$1")" ] || exit
        sleep 0.2
    done
done
