"""Serve a model on loopback with the OpenAI API, until the process ends: `python serve.py MODEL CONTEXT KEY`.

It runs in the environment of `locks/model-server.txt`, where Houvast is not installed: keep it to itself.
"""

import os
import signal
import sys

import xllamacpp  # type: ignore[import-not-found]

THREADS = 1
"""More threads wait for one another where the machine is busy, and are slower than one."""


def serve(model: str, context: int, key: str) -> None:
    """Print `LISTENING http://127.0.0.1:PORT` when it answers; end at SIGTERM."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    params = xllamacpp.CommonParams()
    params.model.path = model
    params.n_ctx = context
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [key]
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = THREADS
    server = xllamacpp.Server(params)
    print(f"LISTENING {server.listening_address}", flush=True)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    # The server's own threads would go on.
    os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3])
