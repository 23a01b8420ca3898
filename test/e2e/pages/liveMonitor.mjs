// What the harness of the monitor needs of the program, bundled as one: the real stream service behind the page.
export { en } from '../../../l10n/en/index';
export { zhCn } from '../../../l10n/zh-cn/index';
export { idleStatus } from '../../../src/host/monitor/idleStatus';
export { baudRates } from '../../../src/host/monitor/baudRates';
export { SourceListeners } from '../../../src/serial/byteSource';
export { hostClock } from '../../../src/serial/clock';
export { VirtualSource } from '../../../src/serial/virtualSource';
export { StreamService } from '../../../src/workers/streamService';
