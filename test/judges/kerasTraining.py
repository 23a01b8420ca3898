"""Trains with Keras from given weights, on given samples in the order in which NumPy shuffles them.

stdin: [{"inputSize", "layers", "weights", "training", "validation", "epochs", "batchSize", "optimizer", "loss", "shuffleSeed"}, ...]
stdout: [{"history": {"loss": [...], ...}, "predictions": [...]}, ...]
"""

import json
import sys

import keras
import numpy as np
import tensorflow as tf

OPTIMIZERS = {
    "rmsprop": lambda o: keras.optimizers.RMSprop(o["learningRate"], rho=o["rho"], epsilon=o["epsilon"]),
    "adam": lambda o: keras.optimizers.Adam(
        o["learningRate"], beta_1=o["beta1"], beta_2=o["beta2"], epsilon=o["epsilon"]
    ),
    "sgd": lambda o: keras.optimizers.SGD(o["learningRate"], momentum=float(o["momentum"])),
}


def samples(given):
    count = given["samples"]
    return tuple(np.array(given[key], np.float32).reshape(count, -1) for key in ("inputs", "targets"))


def train(case):
    model = keras.Sequential([keras.Input((case["inputSize"],))])
    for layer, weights in zip(case["layers"], case["weights"]):
        dense = keras.layers.Dense(layer["units"], activation=layer["activation"])
        model.add(dense)
        bias = np.array(weights["bias"], np.float32)
        dense.set_weights([np.array(weights["kernel"], np.float32).reshape(-1, len(bias)), bias])
    model.compile(optimizer=OPTIMIZERS[case["optimizer"]["name"]](case["optimizer"]), loss=case["loss"], metrics=["mae"])

    x, y = samples(case["training"])
    validation = samples(case["validation"])
    size = case["batchSize"]
    random = np.random.RandomState(case["shuffleSeed"])
    order = np.arange(len(x))

    def batches():
        for _ in range(case["epochs"]):
            random.shuffle(order)
            for start in range(0, len(order), size):
                batch = order[start : start + size]
                yield x[batch], y[batch]

    # One call for all epochs: its cost is per call. The iterator goes on from epoch to epoch.
    signature = tuple(tf.TensorSpec((None, part.shape[1]), tf.float32) for part in (x, y))
    fitted = model.fit(
        tf.data.Dataset.from_generator(batches, output_signature=signature),
        epochs=case["epochs"],
        steps_per_epoch=-(-len(x) // size),
        validation_data=validation,
        validation_batch_size=len(validation[0]),
        verbose=0,
    )
    history = {name: [float(value) for value in values] for name, values in fitted.history.items()}
    predictions = model.predict(validation[0], verbose=0).reshape(-1).tolist()
    return {"history": history, "predictions": predictions}


print(json.dumps([train(case) for case in json.load(sys.stdin)]))
