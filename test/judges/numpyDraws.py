"""The draws of the sine tutorial from NumPy's RandomState.

stdin: {"seeds": [...], "samples": n}
stdout: [{"x": [...], "normal": [...]}, ...]
"""
import json
import sys

import numpy as np


def draw(seed, samples):
    random = np.random.RandomState(seed)
    x = random.uniform(low=0, high=2 * np.pi, size=samples)
    random.shuffle(x)
    return {"x": x.tolist(), "normal": random.randn(samples).tolist()}


question = json.load(sys.stdin)
json.dump([draw(seed, question["samples"]) for seed in question["seeds"]], sys.stdout)
