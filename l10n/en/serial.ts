export const serial = {
  'serial.nativeMissing':
    'Serial ports cannot be opened here: their native module could not be loaded ({reason}). Replays, network addresses and the virtual boards work. Install the extension again, or the build for this platform.',
  'serial.deniedSnap':
    '{path} may not be opened: this VS Code is a snap package, which has no access to serial ports. Install VS Code from the .deb or .rpm package, or connect the raw-usb interface of the snap.',
  'serial.deniedGroup':
    '{path} may not be opened: your user is not in the group "{group}". Run "sudo usermod -aG {group} $USER", then log out and in again.',
  'serial.deniedRule':
    '{path} may not be opened: only the administrator may use it. Install the udev rules of the board or of its programmer, then plug it in again.',
  'serial.denied': '{path} may not be opened: the system refuses access. Check who may use this device.',
  'serial.busy':
    '{path} is in use by another program. Close its serial monitor or flashing tool; the port is opened as soon as it is free.',
  'serial.busyBy':
    '{path} is in use by "{program}" (process {pid}). Close it there; the port is opened as soon as it is free.',
  'serial.busyOurs':
    '{path} is open in the serial monitor of another window or terminal (process {pid}). Close it there; the port is opened as soon as it is free.',
  'serial.gone':
    '{path} is not there. Plug in the board; it is connected as soon as it appears, also under another name.',
  'serial.goneBrltty':
    '{path} is not there. The board has a {board}, which the program brltty takes for a braille display. Remove it with "sudo apt remove brltty", or mask its udev rule, then plug in the board again.',
  'serial.goneWsl':
    '{path} is not there. In WSL a board must be attached first: run "usbipd list" and "usbipd attach --wsl --busid ID" in Windows, or open the folder in Windows.',
  'serial.goneDriver':
    '{path} is not there. If the board is plugged in, the driver of its {board} may be missing: install it from the chip maker, then plug in the board again.',
  'serial.settingsRefused':
    '{path} does not take these settings ({reason}). Choose another baud rate, or 8 data bits, no parity and 1 stop bit.',
  'serial.openFailed': '{path} could not be opened: {reason}. Unplug the board and plug it in again.',
  'serial.openHangs':
    '{path} did not open within {seconds} {seconds?second|seconds}: its driver hangs. Unplug the board and plug it in again.',
  'serial.failed': 'The connection failed: {reason}. Open it again.',
  'serial.notOpen': 'Nothing was sent: "{label}" is not open. Wait until it is connected, or open it.',
  'serial.writeFailed': 'Sending to {label} failed: {reason}. Check the connection and send again.',
  'serial.signalsRefused':
    '{path} does not let DTR and RTS be set. Data is read all the same; a board that waits for DTR may stay silent.',
  'serial.noSignals': '{label} has no DTR and RTS lines.',
  'serial.unplugged': '{path} was unplugged. It is connected again as soon as the board is back.',
  'serial.lost': 'The connection to {path} broke ({reason}). It is made again as soon as the board is back.',
  'serial.tcpRefused':
    'No connection to {address} ({reason}). Check the address, and whether the board or program is listening; it is tried again by itself.',
  'serial.tcpLost': '{address} closed the connection. It is tried again by itself.',
  'serial.tcpSilent':
    '{address} does not answer any more: it may have lost its power or its network. It is tried again by itself.',
  'serial.programFailed': 'The program "{program}" could not be started ({reason}). Check its path.',
  'serial.programEnded': 'The program "{program}" has ended with code {code}.',
  'serial.replayUnreadable': 'The recording {path} cannot be read: {reason}',
  'serial.replayTakesNothing': 'Nothing can be sent to a replay of {path}.',
  'serial.replayEnded': 'The replay of {path} has come to its end.',
  'serial.noPortsWsl':
    'No serial port was found. In WSL a board must be attached first: run "usbipd list" and "usbipd attach --wsl --busid ID" in Windows.',
  'serial.noPortsCable':
    'No serial port was found. Many USB cables only charge: try another cable, one that carries data, and another socket.',
  'serial.noPortsDriverWindows':
    'If the Device Manager shows the board with a warning sign, its driver is missing: install the one of the bridge chip (CH340, CP210x or FTDI).',
  'serial.noPortsDriverMac':
    'If the board has a CH340 or CP210x bridge, macOS may need the chip maker’s driver, and its permission in the system settings under Privacy & Security.',
  'serial.noPortsSnap':
    'This VS Code is a snap package, which may not see serial ports. Install VS Code from the .deb or .rpm package.',
  'serial.noPortsBrltty':
    'The program brltty is installed; it takes boards with a CH340 for braille displays. Remove it if nobody needs it.',
  'serial.recordStartFailed': 'The recording {path} cannot be made: {reason}. Choose another folder or name.',
  'serial.recordExists': 'The recording {path} is there already and stays as it is. Choose another name.',
  'serial.recordAlready': 'A recording is under way. Stop it first.',
  'serial.recordDiskFull':
    'The disk is full: the recording {path} has stopped. What was written is valid, the plot goes on. Make room, then save what is shown or start another recording.',
  'serial.recordFailed':
    'Writing {path} failed ({reason}): the recording has stopped. What was written is valid, the plot goes on; save what is shown, or record to another folder.',
  'serial.recordTooSlow':
    'The disk is too slow for this stream: the recording {path} has stopped before memory ran out. What was written is valid.',
  'serial.workerFailed': 'The serial monitor stopped with an error: {reason}. Open the port again.',
  'serial.workerEnded': 'The serial monitor ended with code {code}. Open the port again.',
  'serial.workerClosed': 'The serial monitor was closed.',
  'serial.cliHelp': 'Shows, and records, what a board prints.',
  'serial.cliOneSource':
    'Name exactly one source: --port, --tcp, --replay or --virtual ({found} {found?was|were} given).',
  'serial.cliNumber': '{option} must be a number from {low} to {high}, not "{value}".',
  'serial.cliTcp': '--tcp must be HOST:PORT, not "{value}".',
  'serial.cliBoard': 'There is no virtual board "{value}"; there are {boards}.',
  'serial.cliRecordName': 'The recording {path} must end in .csv. Give it such a name.',
  'serial.cliConnected': 'Connected: {label}',
  'serial.cliRecorded': 'Recorded {rows} {rows?row|rows} in {files}',
  'serial.cliSummary':
    '{lines} {lines?line|lines}, {plotted} with values, {rejected} rejected, {bytes} {bytes?byte|bytes}',
} as const;
