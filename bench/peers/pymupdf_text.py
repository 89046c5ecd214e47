"""Reads the text of the PDFs named on standard input with PyMuPDF; answers each with its seconds of processor time and of the clock."""

import sys
import time

import fitz

print(fitz.VersionBind, flush=True)
for line in sys.stdin:
    cpu, wall = time.process_time(), time.perf_counter()
    with fitz.open(line.rstrip("\n")) as document:
        text = "".join(page.get_text() for page in document)
    print(f"{time.process_time() - cpu:.6f} {time.perf_counter() - wall:.6f}", flush=True)
