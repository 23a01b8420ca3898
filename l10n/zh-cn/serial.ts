export const serial = {
  'serial.nativeMissing':
    '此处无法打开串口：其原生模块加载失败（{reason}）。回放、网络地址和虚拟开发板仍可使用。请重新安装扩展，或安装适用于此平台的版本。',
  'serial.deniedSnap':
    '无法打开 {path}：此 VS Code 是 snap 软件包，无权访问串口。请改用 .deb 或 .rpm 软件包安装 VS Code，或连接该 snap 的 raw-usb 接口。',
  'serial.deniedGroup':
    '无法打开 {path}：当前用户不在“{group}”组中。请运行“sudo usermod -aG {group} $USER”，然后注销并重新登录。',
  'serial.deniedRule':
    '无法打开 {path}：只有管理员可以使用它。请安装该开发板或其烧录器的 udev 规则，然后重新插上。',
  'serial.denied': '无法打开 {path}：系统拒绝访问。请检查谁有权使用此设备。',
  'serial.busy': '{path} 正被其他程序使用。请关闭那个程序的串口监视器或烧录工具；端口一空闲就会打开。',
  'serial.busyBy': '{path} 正被“{program}”（进程 {pid}）使用。请在那里关闭它；端口一空闲就会打开。',
  'serial.busyOurs':
    '{path} 已在另一个窗口或终端的串口监视器中打开（进程 {pid}）。请在那里关闭它；端口一空闲就会打开。',
  'serial.gone': '找不到 {path}。请插上开发板；它一出现就会连接，即使名称有变。',
  'serial.goneBrltty':
    '找不到 {path}。该开发板使用 {board}，被 brltty 程序当成了盲文显示器。请运行“sudo apt remove brltty”将其移除，或屏蔽其 udev 规则，然后重新插上开发板。',
  'serial.goneWsl':
    '找不到 {path}。在 WSL 中需要先附加开发板：请在 Windows 中运行“usbipd list”和“usbipd attach --wsl --busid ID”，或在 Windows 中打开此文件夹。',
  'serial.goneDriver':
    '找不到 {path}。如果开发板已插上，可能缺少 {board} 的驱动程序：请从芯片厂商处安装，然后重新插上开发板。',
  'serial.settingsRefused':
    '{path} 不接受这些设置（{reason}）。请换一个波特率，或使用 8 个数据位、无校验、1 个停止位。',
  'serial.openFailed': '无法打开 {path}：{reason}。请拔下开发板后重新插上。',
  'serial.openHangs': '{path} 在 {seconds} 秒内未能打开：其驱动程序没有响应。请拔下开发板后重新插上。',
  'serial.failed': '连接失败：{reason}。请重新打开。',
  'serial.notOpen': '未发送任何内容：“{label}”没有打开。请等待连接，或将其打开。',
  'serial.writeFailed': '发送到 {label} 失败：{reason}。请检查连接后重新发送。',
  'serial.signalsRefused': '{path} 不允许设置 DTR 和 RTS。数据照常读取；等待 DTR 的开发板可能一直没有输出。',
  'serial.noSignals': '{label} 没有 DTR 和 RTS 信号线。',
  'serial.unplugged': '{path} 已被拔下。开发板一插回就会重新连接。',
  'serial.lost': '与 {path} 的连接已断开（{reason}）。开发板一恢复就会重新连接。',
  'serial.tcpRefused': '无法连接 {address}（{reason}）。请检查地址，以及开发板或程序是否在监听；会自动重试。',
  'serial.tcpLost': '{address} 关闭了连接。会自动重试。',
  'serial.tcpSilent': '{address} 不再应答：它可能断电了，或断开了网络。会自动重试。',
  'serial.programFailed': '无法启动程序“{program}”（{reason}）。请检查其路径。',
  'serial.programEnded': '程序“{program}”已结束，退出代码为 {code}。',
  'serial.replayUnreadable': '无法读取录制文件 {path}：{reason}',
  'serial.replayTakesNothing': '正在回放 {path}，不能发送内容。',
  'serial.replayEnded': '{path} 已回放完毕。',
  'serial.noPortsWsl':
    '没有找到串口。在 WSL 中需要先附加开发板：请在 Windows 中运行“usbipd list”和“usbipd attach --wsl --busid ID”。',
  'serial.noPortsCable': '没有找到串口。许多 USB 线只能充电：请换一根能传输数据的线，并换一个插口试试。',
  'serial.noPortsDriverWindows':
    '如果设备管理器中的开发板带有警告标志，说明缺少驱动程序：请安装桥接芯片（CH340、CP210x 或 FTDI）的驱动程序。',
  'serial.noPortsDriverMac':
    '如果开发板使用 CH340 或 CP210x 桥接芯片，macOS 可能需要芯片厂商的驱动程序，并在系统设置的“隐私与安全性”中允许它。',
  'serial.noPortsSnap': '此 VS Code 是 snap 软件包，可能看不到串口。请改用 .deb 或 .rpm 软件包安装 VS Code。',
  'serial.noPortsBrltty':
    '系统中装有 brltty 程序，它会把带 CH340 的开发板当成盲文显示器占用。如果无人需要，请将其移除。',
  'serial.recordStartFailed': '无法创建录制文件 {path}：{reason}。请换一个文件夹或名称。',
  'serial.recordExists': '录制文件 {path} 已存在，将保持原样。请换一个名称。',
  'serial.recordAlready': '正在录制。请先停止。',
  'serial.recordDiskFull':
    '磁盘已满：录制文件 {path} 已停止写入。已写入的内容有效，绘图继续进行。请腾出空间，然后保存当前显示的数据，或重新开始录制。',
  'serial.recordFailed':
    '写入 {path} 失败（{reason}）：录制已停止。已写入的内容有效，绘图继续进行；请保存当前显示的数据，或录制到其他文件夹。',
  'serial.recordTooSlow':
    '磁盘速度跟不上数据流：为避免内存耗尽，录制文件 {path} 已停止写入。已写入的内容有效。',
  'serial.workerFailed': '串口监视器因错误而停止：{reason}。请重新打开端口。',
  'serial.workerEnded': '串口监视器已结束，退出代码为 {code}。请重新打开端口。',
  'serial.workerClosed': '串口监视器已关闭。',
  'serial.cliHelp': '显示并录制开发板输出的内容。',
  'serial.cliOneSource': '请只指定一个来源：--port、--tcp、--replay 或 --virtual（现在有 {found} 个）。',
  'serial.cliNumber': '{option} 必须是 {low} 到 {high} 之间的数字，而不是“{value}”。',
  'serial.cliTcp': '--tcp 必须是“主机:端口”的形式，而不是“{value}”。',
  'serial.cliBoard': '没有名为“{value}”的虚拟开发板；可用的有 {boards}。',
  'serial.cliRecordName': '录制文件 {path} 必须以 .csv 结尾。请改用这样的名称。',
  'serial.cliConnected': '已连接：{label}',
  'serial.cliRecorded': '已将 {rows} 行录制到 {files}',
  'serial.cliSummary': '共 {lines} 行，其中 {plotted} 行含数值，{rejected} 行被拒绝，共 {bytes} 字节',
} as const;
