/** A Python script that draws `data.csv`, for those who have Python and want the picture outside of the editor. */
export function drawPy(): string {
  return `"""Draws data.csv, which the program has written: the curve that the model computed.

Needs matplotlib: pip install matplotlib
"""
import csv

import matplotlib.pyplot as plt

with open("data.csv", newline="", encoding="ascii") as file:
    rows = [(float(x), float(y)) for x, y in csv.reader(file)]

x_values = [x for x, _ in rows]
y_values = [y for _, y in rows]

plt.plot(x_values, y_values, ".", markersize=2)
plt.title("What the device computed")
plt.xlabel("x")
plt.ylabel("y")
plt.show()
`;
}
