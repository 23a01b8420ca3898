/** The operators a program must register so that TensorFlow Lite Micro finds exactly what the model needs. */
import { tflmOperatorFor } from '../check/tflmOperators';
import { problem } from '../problem';
import type { Model } from '../tflite/model';

/**
 * Methods of `MicroMutableOpResolver`, each once, in the order of the model's operators.
 * @throws Problem if TFLM lacks an operator or refuses it for its quantized weights
 */
export function resolverMethods(model: Model): readonly string[] {
  const methods = new Set<string>();
  for (const { operators, tensors } of model.subgraphs) {
    operators.forEach((operator, index) => {
      const known = tflmOperatorFor(operator);
      if (!known) {
        throw problem('firmware.operatorNotInTflm', {
          index,
          operator: operator.customCode ?? operator.name,
        });
      }
      const [input, weights] = operator.inputs.map((tensor) => tensors[tensor]?.type);
      if (known.accepts.by === 'weights' && input === 'FLOAT32' && weights === 'INT8') {
        throw problem('firmware.hybrid', { index, operator: operator.name });
      }
      methods.add(known.method);
    });
  }
  return [...methods];
}
