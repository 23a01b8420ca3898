"""Runs .tflite files in TensorFlow's own interpreter (reference kernels).

stdin: [{"path": file, "inputs": [[raw values of the one input], ...]}, ...]
stdout: [{"outputs": [[raw values of the one output], ...], "input": {"type", "scale", "zeroPoint"}, "output": {...}}, ...]
"""
import json
import sys

import numpy as np
import tensorflow as tf


def describe(details):
    scale, zero_point = details["quantization"]
    return {"type": np.dtype(details["dtype"]).name, "scale": float(scale), "zeroPoint": int(zero_point)}


def run(path, inputs):
    interpreter = tf.lite.Interpreter(
        model_path=path,
        experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_REF,
    )
    interpreter.allocate_tensors()
    into = interpreter.get_input_details()[0]
    out = interpreter.get_output_details()[0]
    outputs = []
    for values in inputs:
        interpreter.set_tensor(into["index"], np.array(values, dtype=into["dtype"]).reshape(into["shape"]))
        interpreter.invoke()
        outputs.append(interpreter.get_tensor(out["index"]).flatten().tolist())
    return {"outputs": outputs, "input": describe(into), "output": describe(out)}


json.dump([run(question["path"], question["inputs"]) for question in json.load(sys.stdin)], sys.stdout)
