"""Runs draw.py beside a data.csv, with a stand-in for matplotlib that notes what is plotted.

stdin: {"script": text, "csv": text}
stdout: [[x, ...], [y, ...]]
"""
import json
import os
import sys
import tempfile
import types
from unittest.mock import MagicMock

question = json.load(sys.stdin)
pyplot = MagicMock()
matplotlib = types.ModuleType("matplotlib")
matplotlib.pyplot = pyplot
sys.modules["matplotlib"] = matplotlib
sys.modules["matplotlib.pyplot"] = pyplot

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("data.csv", "w", encoding="ascii", newline="") as file:
        file.write(question["csv"])
    exec(compile(question["script"], "draw.py", "exec"), {"__name__": "__main__"})
    os.chdir(os.path.dirname(os.path.abspath(__file__)))

pyplot.show.assert_called_once()
x, y = pyplot.plot.call_args.args[:2]
json.dump([x, y], sys.stdout)
