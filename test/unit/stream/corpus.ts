/**
 * The conformance corpus: what other monitors make of a line, and what is asked of ours. The Arduino and Teleplot columns
 * are the answers of those programs' own code (Arduino IDE 2 plotter, Teleplot), written as they were observed.
 */
export interface CorpusRow {
  readonly row: number;
  readonly line: string;
  /** Series by name, as JSON. */
  readonly arduino: string;
  /** `log`: kept as text; `-`: nothing; else what is plotted. */
  readonly teleplot: string;
  readonly ours: string;
}

const ROWS: readonly (readonly [
  row: number,
  line: string,
  arduino: string,
  teleplot: string,
  ours: string,
])[] = [
  [1, '1,2', '{"value 1":1,"value 2":2}', 'log', '[1,2]'],
  [2, '1.5,-2.25,3e-4', '{"value 1":1.5,"value 2":-2.25,"value 3":0.0003}', 'log', '[1.5,-2.25,0.0003]'],
  [3, '1 2 3', '{"value 1":1,"value 2":2,"value 3":3}', 'log', '[1,2,3]'],
  [4, '1\t2\t3', '{"value 1":1,"value 2":2,"value 3":3}', 'log', '[1,2,3]'],
  [5, '1;2;3', '{"value 1":1}', 'log', '[1,2,3]'],
  [7, 'x:1.2,y:3.4', '{"x":1.2,"y":3.4}', 'log', 'x=1.2 y=3.4'],
  [8, 'x:1.2, y:3.4', '{"x":1.2,"y":3.4}', 'log', 'x=1.2 y=3.4'],
  [9, 'x: 1.2, y: 3.4', '{}', 'log', 'x=1.2 y=3.4'],
  [10, 'x:1.2\ty:3.4', '{"x":1.2,"y":3.4}', 'log', 'x=1.2 y=3.4'],
  [11, 'x=1.2,y=3.4', '{"value 1":"NaN","value 2":"NaN"}', 'log', 'x=1.2 y=3.4'],
  [12, 'x=1.2 y=3.4', '{"value 1":"NaN","value 2":"NaN"}', 'log', 'x=1.2 y=3.4'],
  [13, 'Sensor 1:23', '{"1":23}', 'log', 'Sensor 1=23'],
  [15, 'temp:25.7C', '{"temp":25.7}', 'log', 'temp=25.7 C'],
  [17, 'aX,aY,aZ', '{"value 1":"NaN","value 2":"NaN","value 3":"NaN"}', 'log', 'header ["aX","aY","aZ"]'],
  [18, 'L1:\tL2:', '{}', 'log', 'header ["L1","L2"]'],
  [19, 'time 12:30:45', '{"12":30}', 'log', 'text'],
  [20, '12:30:45', '{"12":30}', 'log', 'text'],
  [21, 'nan,1', '{"value 1":"NaN","value 2":1}', 'log', '["NaN",1]'],
  [22, 'inf,1', '{"value 1":"NaN","value 2":1}', 'log', '["Infinity",1]'],
  [23, '1,,3', '{"value 1":1,"value 2":3}', 'log', '[1,null,3]'],
  [25, '0x1F,2', '{"value 1":0,"value 2":2}', 'log', '[31,2]'],
  [27, '1.5707964*2^-1,1.0*2^0', '{"value 1":1.5707964,"value 2":1}', 'log', '[0.7853982,1]'],
  [28, 'x_value: 1.5707964*2^-1, y_value: 1.0*2^0', '{}', 'log', 'x_value=0.7853982 y_value=1'],
  [29, 'x_value: 0.123000, y_value: -0.9', '{}', 'log', 'x_value=0.123 y_value=-0.9'],
  [
    30,
    '1,2,abc',
    '{"value 1":1,"value 2":2,"value 3":"NaN"}',
    'log',
    'reject: field 3 "abc" is not a number',
  ],
  [31, 'Temp,25.1,Hum,40', '{"value 1":"NaN","value 2":25.1,"value 3":"NaN","value 4":40}', 'log', 'text'],
  [32, '>x:1.2', '{">x":1.2}', 'PLOT x=[1.2]', 'x=[1.2]'],
  [33, '>x:1.2,y:3.4', '{">x":1.2,"y":3.4}', 'PLOT x=[3.4] t=0.0012', 'x=1.2 y=3.4'],
  [
    35,
    '>x:1627551892437:1234',
    '{">x":1627551892437}',
    'PLOT x=[1234] t=1627551892.437',
    'x=[1234] t=[1627551892.437]',
  ],
  [36, '>x:1;2;3', '{">x":1}', 'PLOT x=[1,2,3]', 'x=[1,2,3]'],
  [37, '>t:12.3:45.67|xy', '{">t":12.3}', 'PLOT t=[45.67] xy x=[12.3]', 't=[45.67] x=[12.3] [xy]'],
  [
    38,
    '>t:1:1:1627551892437;2:2:1627551892448|xy',
    '{">t":1}',
    'PLOT t=[1,2] xy x=[1,2]',
    't=[1,2] x=[1,2] t=[1627551892.437,1627551892.448] [xy]',
  ],
  [
    39,
    '>v:1627551892444:1;1627551892555:2§rad',
    '{">v":1627551892444}',
    'PLOT v=[1,2] t=1627551892.444,1627551892.555 unit=rad',
    'v=[1,2] t=[1627551892.444,1627551892.555] rad',
  ],
  [40, '>v:1234§km²|np', '{">v":1234}', 'PLOT v=[1234] unit=km²', 'v=[1234] km² [np]'],
  [41, '>state:Turned On|t', '{">state":"NaN"}', 'PLOT state=["Turned On"] text', 'state=["Turned On"] [t]'],
  [42, '>a,w0:1', '{"w0":1}', 'PLOT a=[1] widget=w0', 'a=[1] widget w0'],
  [43, '>:Hello', '{">":"NaN"}', 'PLOT =["NaN"]', 'log "Hello"'],
  [44, '>1627551892437:Hello', '{">1627551892437":"NaN"}', 'PLOT 1627551892437=["NaN"]', 'log "Hello"'],
  [46, '>statsd.x:1', '{">statsd.x":1}', '-', 'text'],
  [47, '|sayHello|', '{"value 1":"NaN"}', 'log', 'text'],
  [48, '$1 2 3;', '{"value 1":"NaN","value 2":2,"value 3":3}', 'log', '[1,2,3]'],
  [50, '(1, 2, 3)', '{"value 1":"NaN","value 2":2,"value 3":3}', 'log', '[1,2,3]'],
  [51, '[0.1,0.9]', '{"value 1":"NaN","value 2":0.9}', 'log', '[0.1,0.9]'],
  [52, '{"x":1,"y":2.5}', '{"{\\"x\\"":1,"\\"y\\"":2.5}', 'log', 'x=1 y=2.5'],
  [54, 'I (481) main: hello', '{}', 'log', 'text'],
  [55, 'load:0x3fff0030,len:1184', '{"load":0,"len":1184}', 'log', 'text'],
  [56, 'rst:0x1 (POWERON_RESET),boot:0x13', '{"rst":0,"boot":0}', 'log', 'text'],
  [57, 'm-results-[0.1,0.9]', '{"value 1":"NaN","value 2":0.9}', 'log', 'results[0]=0.1 results[1]=0.9'],
  [58, 'Predictions (DSP: 12 ms., Classification: 3 ms., Anomaly: 0 ms.): ', '{}', 'log', 'text'],
  [59, '    idle: \t0.99609', '{}', 'log', 'idle=0.99609'],
  [61, 'Hello world', '{"value 1":"NaN","value 2":"NaN"}', 'log', 'text'],
  [62, 'http://a.b:80/c', '{"http":"NaN"}', 'log', 'text'],
  [63, 'ERR: no sensor', '{}', 'log', 'text'],
];

export const CORPUS: readonly CorpusRow[] = ROWS.map(([row, line, arduino, teleplot, ours]) => ({
  row,
  line,
  arduino,
  teleplot,
  ours,
}));
