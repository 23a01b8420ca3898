"""Converts dense networks with TensorFlow's own converter and tells the codes that it chose.

stdin: [{"layers": [{"units", "activation", "kernel": [...], "bias": [...]}], "inputSize", "rows": [[...], ...],
         "perTensor": bool}, ...]
stdout: [[{"scale": [...], "zeroPoint": [...], "data": [...] or null}, ...], ...]: per model its tensors in the order in
        which the operators use them (input, weights, bias, output, weights, ...)
"""
import json
import sys
import tempfile

import numpy as np
import tensorflow as tf


def convert(question):
    layers = [tf.keras.Input(shape=(question["inputSize"],), batch_size=1)]
    layers += [tf.keras.layers.Dense(layer["units"], activation=layer["activation"]) for layer in question["layers"]]
    model = tf.keras.Sequential(layers)
    size = question["inputSize"]
    for keras_layer, layer in zip(model.layers, question["layers"]):
        kernel = np.array(layer["kernel"], dtype=np.float32).reshape(size, layer["units"])
        keras_layer.set_weights([kernel, np.array(layer["bias"], dtype=np.float32)])
        size = layer["units"]

    def representative():
        for row in question["rows"]:
            yield [np.array([row], dtype=np.float32)]

    with tempfile.TemporaryDirectory() as folder:
        model.export(folder, format="tf_saved_model", verbose=False)
        converter = tf.lite.TFLiteConverter.from_saved_model(folder)
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.representative_dataset = representative
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
        converter.inference_input_type = tf.int8
        converter.inference_output_type = tf.int8
        converter._experimental_disable_per_channel_quantization_for_dense_layers = question["perTensor"]
        content = converter.convert()
    return dump(content)


def dump(content):
    interpreter = tf.lite.Interpreter(
        model_content=content,
        experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_REF,
    )
    interpreter.allocate_tensors()
    details = {tensor["index"]: tensor for tensor in interpreter.get_tensor_details()}
    order = []
    for operator in interpreter._get_ops_details():
        for index in [*operator["inputs"], *operator["outputs"]]:
            if index not in order:
                order.append(int(index))
    activations = {int(i) for op in interpreter._get_ops_details() for i in op["outputs"]}
    activations |= {int(tensor["index"]) for tensor in interpreter.get_input_details()}
    tensors = []
    for index in order:
        parameters = details[index]["quantization_parameters"]
        data = None if index in activations else interpreter.get_tensor(index).flatten().tolist()
        tensors.append({
            "scale": parameters["scales"].tolist(),
            "zeroPoint": parameters["zero_points"].tolist(),
            "data": data,
        })
    return tensors


# What the converter prints must not mix with the answer.
answer = sys.stdout
sys.stdout = sys.stderr
result = [convert(question) for question in json.load(sys.stdin)]
json.dump(result, answer)
