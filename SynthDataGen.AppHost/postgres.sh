#!/bin/sh
# postgres.sh COMMAND FOLDER DATABASE: PostgreSQL from the installed binaries, with the password $PGPASSWORD.
#   create   makes the data, which must not exist yet
#   prepare  makes the data if it doesn't exist
#   reset    gives existing data a new password
#   run      serves the data on the loopback, at $PGPORT
set -eu
command="$1" data="$2" database="$3"

fail() { # fail SENTENCE
    printf '%s\n' "$1" >&2
    exit 1
}

# PostgreSQL refuses to run as root: it runs as the owner of the data, at first the user postgres.
if [ "$(id -u)" = 0 ]; then
    user="$(stat -c %U "$data" 2>/dev/null || echo root)"
    if [ "$user" = root ]; then
        user=postgres parent="${data%/*}"
        id "$user" >/dev/null 2>&1 || fail "PostgreSQL doesn't run as root, and there is no user postgres to run as: apt-get install postgresql."
        # That user can't reach a closed folder such as /root.
        setpriv --reuid "$user" --regid "$user" --init-groups test -x "${parent%/*}" ||
            parent="/var/lib/synthdatagen/$(printf %s "${parent%/*}" | sha256sum | cut -c1-16)"
        mkdir -p "$parent"
        chown "$user:" "$parent"
        data="$parent/data"
    fi
    exec setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups /bin/sh "$0" "$command" "$data" "$database"
fi

# The newest installed; for existing data, the version that made it: no other can read it.
made="$(cat "$data/PG_VERSION" 2>/dev/null || true)"
bin="$(ls -d "/usr/lib/postgresql/"${made:-*}"/bin" 2>/dev/null | sort -V | tail -n 1)"
if [ -z "$bin" ] && found="$(command -v postgres)"; then
    case "$("$found" --version)" in *" ${made:-}"*) bin="${found%/*}" ;; esac
fi
if [ -z "$bin" ] && [ -n "$made" ]; then
    fail "The data in $data is PostgreSQL $made's, which isn't installed: install PostgreSQL $made, or choose another folder with --Setup:DataFolder=<folder>."
elif [ -z "$bin" ]; then
    fail "PostgreSQL isn't installed, and no container engine answers: apt-get install postgresql, or give a server as ConnectionStrings__$database."
fi

# A server of a killed stack may still be ending, or its process id may be another's by now.
wait_for_last_server() {
    for _ in $(seq 200); do
        pid="$(head -n 1 "$data/postmaster.pid" 2>/dev/null)" && grep -qsF "$data" "/proc/$pid/cmdline" || { rm -f "$data/postmaster.pid"; return; }
        sleep 0.1
    done
}

umask 077
case "$command" in
create | prepare)
    if [ -n "$made" ] && [ "$command" = create ]; then
        fail "The password file is lost, and the database in $data needs its password: put postgres.password back, or set a new one with --Setup:ResetPassword=true."
    fi
    log="$data.log"
    mkdir -p "${data%/*}"
    if [ -z "$made" ]; then
        # Made next to its place and moved there when complete: an interrupted start leaves nothing half made.
        rm -rf "$data.new"
        { printf '%s\n' "$PGPASSWORD" | "$bin/initdb" -D "$data.new" -U postgres -A scram-sha-256 --pwfile=/dev/stdin -E UTF8 --locale=C.UTF-8 &&
            echo "CREATE DATABASE \"$database\"" | "$bin/postgres" --single -D "$data.new" postgres; } >"$log" 2>&1 ||
            fail "PostgreSQL couldn't make its data in $data: $(tail -n 1 "$log")"
        mv "$data.new" "$data"
    fi
    rm -f "$log"
    ;;
reset)
    wait_for_last_server
    printf "ALTER ROLE postgres PASSWORD '%s'\n" "$PGPASSWORD" | "$bin/postgres" --single -D "$data" postgres >/dev/null 2>&1 ||
        fail "PostgreSQL couldn't set a new password for the data in $data."
    ;;
run)
    wait_for_last_server
    "$bin/postgres" -D "$data" -h 127.0.0.1 -p "$PGPORT" -k '' -c max_connections=200 -c logging_collector=off -c log_min_messages=fatal -c lc_messages=C &
    server=$!
    # The whole stack is told to end at the same time: clients get 4 seconds to save their work before INT disconnects them.
    # (TERM would refuse their new connections meanwhile, and they would wait for better times.)
    has_clients() {
        for id in $(cat "/proc/$server/task/$server/children"); do
            if grep -qsF '127.0.0.1(' "/proc/$id/cmdline"; then return; fi
        done
        false
    }
    end() {
        for _ in $(seq 40); do
            has_clients || break
            sleep 0.1
        done
        kill -INT $server
        wait $server
    }
    trap end TERM INT
    wait $server || wait $server
    ;;
esac
