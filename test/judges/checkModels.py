"""Does TensorFlow Lite Micro run these models? Each in a process of its own: it aborts on some.

stdin: {"paths": [...]}; stdout: {path: null if it ran, else what it printed}
"""

import json
import subprocess
import sys

RUN = """
import sys
import numpy as np
from tflite_micro.python.tflite_micro import runtime
interpreter = runtime.Interpreter.from_file(sys.argv[1], arena_size=8 * 1024 * 1024)
interpreter.invoke()
"""


def run(path):
    done = subprocess.run([sys.executable, "-c", RUN, path], capture_output=True, text=True, errors="replace")
    return None if done.returncode == 0 else (done.stdout + done.stderr)[:2000]


paths = json.load(sys.stdin)["paths"]
json.dump({path: run(path) for path in paths}, sys.stdout)
