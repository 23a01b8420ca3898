export const report = {
  'report.title': 'Report on {name}',
  'report.stopped': 'The training was stopped before its last epoch.',
  'report.dataCounts': '{samples} samples: {train} to train, {test} to test, {validation} to validate.',
  'report.notTrained':
    'Not trained: the run was stopped before this model began to learn ({epochs} {epochs?epoch was|epochs were} asked for).',
  'report.learned':
    '{epochs} of {asked} {asked?epoch|epochs}; the lowest validation loss was {best}, at epoch {bestEpoch}.',
  'report.fewEpochs':
    'It learned for only {epochs} {epochs?epoch|epochs}, too few to tell whether more would help. Train longer.',
  'report.betterModel':
    'On the same data {name} gets an MSE of {error} in validation, {times} times less: this data allows more.',
  'report.stuck':
    'It got stuck: the lowest training loss of the first half of its {epochs} epochs was {before}, and the second half brought no more than {after}. More epochs like these will hardly help; another seed of the weights, more neurons or another learning rate may.',
  'report.onlyLinear':
    'It got stuck: the lowest training loss of the first half of its {epochs} epochs was {before}, and the second half brought no more than {after}. None of its layers has the activation relu, so all it can do is multiply its inputs by numbers and add them up, whatever the epochs, seeds or neurons. Give it a hidden layer with relu.',
  'report.stillLearning':
    'It was still learning: the lowest training loss was {before} in the first half of its {epochs} epochs and {after} by the end. More epochs may help.',
  'report.bendsInside':
    '{inside} of the {units} {units?neuron|neurons} of its first layer {inside?bends|bend} inside the data (from {low} to {high}), at {places}; the curve can turn only there.',
  'report.bendsFirst':
    '{inside} of the {units} {units?neuron|neurons} of its first layer {inside?bends|bend} inside the data (from {low} to {high}), at {places}; elsewhere only neurons of later layers can turn the curve.',
  'report.bendsOutside':
    'No neuron of its first layer ({units} in all) bends inside the data (from {low} to {high}); what that layer hands on is a straight line there.',
  'report.fewValidate':
    'Only {count} {count?sample validates|samples validate}: what is said of validation may be chance.',
  'report.bestEpoch':
    'Epoch {epoch} of {epochs} had the lowest validation loss, {loss}; the epochs after it gained nothing.',
  'report.enoughEpochs':
    'Epoch {epoch} of {epochs} was nearly as good as the best: validation loss {loss}, against {best} at epoch {bestEpoch}. The epochs after it gained 2% at most.',
  'report.validationRises':
    'From some point on it only learned its training data by heart: after epoch {bestEpoch} of {epochs} the validation loss rose from {best} to {end} (median of the last {last} {last?epoch|epochs}), while the training loss fell from {trainingThen} to {trainingEnd}. Train for about {bestEpoch} epochs.',
  'report.validationBelow':
    'MSE is lower in validation ({validation}) than in training ({training}). That alone proves nothing about overfitting: the noise differs too, {validationNoise} in the validation split and {trainingNoise} in the training split.',
  'report.units':
    'On the test split: MAE {mae}, in units of {y}; MSE {mse}, in units of {y} squared, so its root is {root}. There {y} goes from {low} to {high}. None of these is a percentage.',
  'report.validationQuieter':
    'The validation split is quieter than the training split: mean square of the noise {validation} against {training}, {percent}% less. A model that had found the curve itself would look that much better there.',
  'report.validationNoisier':
    'The validation split is noisier than the training split: mean square of the noise {validation} against {training}, {percent}% more. A model that had found the curve itself would look that much worse there.',
  'report.quantizedSame':
    'The size-optimized file ({bytes} bytes, float: {float}) gives the same answer as the float file for each of the {count} test inputs: nothing in it is quantized.',
  'report.quantizedDiffers':
    'The size-optimized file ({bytes} bytes, float: {float}) differs from the float file by {difference} at most, over {count} test inputs.',
  'report.int8Same':
    'The int8 file is as good as the float one: MSE {int8} against {float} on the test split.',
  'report.int8Costs':
    'The int8 file costs accuracy: MSE {int8} against {float} on the test split, {percent}% more.',
  'report.int8CostsMuch': 'The int8 file costs accuracy: MSE {int8} against {float} on the test split.',
  'report.int8Better':
    'The int8 file does better than the float one, by luck of rounding: MSE {int8} against {float} on the test split, {percent}% less.',
  'report.int8Smaller': 'It has {int8} bytes, {percent}% fewer than the float file with its {float}.',
  'report.int8NotSmaller':
    'It has {int8} bytes, {percent}% more than the float file with its {float}: in a network so small, the scales take more than the weights save.',
  'report.int8Worse':
    'The int8 file does much worse than the float one: MSE {int8} against {float}. All inputs share one int8 scale, and of its 256 steps the column "{column}" gets about {steps}. Bring the columns of the CSV file to like ranges, or use the float file.',
  'report.tutorial': 'What the Tutorial Says',
  'report.tutorial.says': 'The tutorial says',
  'report.tutorial.got': 'This run got',
  'report.tutorial.why': 'Why',
  'report.says.firstModel': 'The first model ends at a validation loss near 0.155 and an MAE of 0.305.',
  'report.says.secondModel': 'The second model ends at a validation loss near 0.015 and an MAE of 0.10.',
  'report.says.percent': 'An MSE of 0.155 means "15% off", an MAE of 0.305 "30%".',
  'report.says.overfits': 'The first model overfits.',
  'report.says.validationBelow':
    'The validation loss is below the training loss, so there is no overfitting.',
  'report.says.quantized': 'The size-optimized file is quantized.',
  'report.says.sizes': 'The files have 2732 KB and 2720 KB, and the array 2640.',
  'report.says.program':
    'The program uses an ErrorReporter and AllOpsResolver, and the array as xxd prints it.',
  'report.got.losses': 'Validation loss {loss}, MAE {mae} after the last epoch.',
  'report.got.errors': 'Test MSE {mse}, test MAE {mae}.',
  'report.got.bothLosses': 'Training loss {training}, validation loss {validation} after the last epoch.',
  'report.got.sizes': '{float} bytes (float) and {quantized} bytes (size-optimized).',
  'report.got.program':
    'A program for today’s TensorFlow Lite Micro that registers exactly the operators of the model; the array in {array} ({bytes} bytes) is const and aligned to 16 bytes.',
  'report.why.escaped':
    'This start did not get stuck: its training loss went from {first} to {last}. Another seed of the weights may end where the tutorial’s did.',
  'report.why.noiseFloor':
    'The noise alone gives {noise} in the validation split; no model can do better than that except by luck.',
  'report.why.noNoise':
    'The data of this run has no noise, and so no floor of that kind: all of the error is the model’s own.',
  'report.why.percent':
    'MAE is in units of y and MSE in units of y squared (the root is {root}), and y goes from {low} to {high} here; to speak of percent one would have to say percent of what.',
  'report.why.overfits':
    'The MSE in validation is {ratio} times that in training. A model overfits when that is far above 1; one that is equally bad in both underfits.',
  'report.why.splitNoise':
    'The splits are not equally noisy: {validation} in validation, {training} in training. That alone shifts the losses.',
  'report.why.quantized':
    'The converter leaves small tensors in float. For a board, take the int8 file: {bytes} bytes, test MSE {mse}.',
  'report.why.sizes':
    'They are bytes, not kilobytes: {bytes} bytes are {kilobytes} KB; and the array in {array} has as many bytes as its file.',
  'report.why.program':
    'Both are gone from the library, and an array of bytes may start at any address, which some cores cannot read words from.',
} as const;
