/** What a person does with the plot. */
import { element } from '../shared/element';
import type { Words } from '../shared/words';
import type { MonitorModel } from './monitorModel';
import { toolButton, toolSelect } from './toolButton';
import { windowChoices, windowKey, windowOf, type WindowChoice } from './viewControl';

export interface ToolbarDeeds {
  readonly pause: () => void;
  readonly window: (choice: WindowChoice) => void;
  readonly xSeries: (name: string) => void;
  readonly record: () => void;
  readonly series: () => void;
  readonly alerts: () => void;
  readonly statistics: () => void;
  readonly cursors: () => void;
  readonly savePng: () => void;
  readonly saveCsv: () => void;
  readonly clear: () => void;
  readonly openInEditor: () => void;
}

export interface ToolbarState {
  readonly model: MonitorModel;
  readonly isFollowing: boolean;
  readonly window: WindowChoice;
  readonly xName: string;
  readonly hasStatistics: boolean;
  readonly hasCursors: boolean;
  readonly hasSeriesPanel: boolean;
  readonly hasAlerts: boolean;
}

export class MonitorToolbar {
  readonly element: HTMLElement;
  private readonly tools;

  constructor(
    private readonly words: Words,
    yScale: HTMLElement,
    deeds: ToolbarDeeds,
  ) {
    const { t } = words;
    this.tools = {
      pause: toolButton(t('monitor.pause'), deeds.pause),
      window: toolSelect(t('monitor.window'), (key) => deeds.window(windowOf(key))),
      xSeries: toolSelect(t('monitor.along'), (key) => deeds.xSeries(key.slice(1))),
      record: toolButton(t('monitor.record'), deeds.record),
      series: toolButton(t('monitor.series'), deeds.series),
      statistics: toolButton(t('monitor.statistics'), deeds.statistics),
      cursors: toolButton(t('monitor.cursors'), deeds.cursors),
      alerts: toolButton(t('monitor.alerts'), deeds.alerts),
      png: toolButton('PNG', deeds.savePng),
      csv: toolButton('CSV', deeds.saveCsv),
      clear: toolButton(t('monitor.clear'), deeds.clear),
      editor: toolButton(t('monitor.openInEditor'), deeds.openInEditor),
    };
    this.tools.png.element.title = t('monitor.savePng');
    this.tools.csv.element.title = t('monitor.saveCsv');
    this.tools.pause.element.title = t('monitor.pauseAbout');
    this.element = element(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': t('monitor.tools') },
      ...Object.values(this.tools).map((tool) => tool.element),
    );
    this.tools.window.element.after(yScale);
  }

  show(state: ToolbarState): void {
    const { t } = this.words;
    const { status, state: opened } = state.model;
    const { tools } = this;
    const hasData = status.series.length > 0;
    tools.pause.show({
      text: state.isFollowing ? t('monitor.pause') : t('monitor.resume'),
      pressed: !state.isFollowing,
      disabled: !hasData && state.isFollowing && status.counts.lines === 0,
    });
    tools.window.show(
      windowChoices.map((choice) => ({
        value: windowKey(choice),
        text:
          choice.kind === 'seconds'
            ? t('monitor.seconds', { seconds: choice.seconds })
            : t('monitor.rows', { rows: choice.rows }),
      })),
      windowKey(state.window),
    );
    // A letter in front, so that no name from a board is the empty value of "time".
    const along = status.series.map(({ name }) => ({ value: `=${name}`, text: t('monitor.over', { name }) }));
    tools.xSeries.show([{ value: '=', text: t('monitor.overTime') }, ...along], `=${state.xName}`);
    tools.xSeries.element.hidden = status.series.length < 2;
    const recorded = status.recording.name === 'on' ? status.recording.rows : undefined;
    const isRecording = recorded !== undefined;
    const { name } = status.connection;
    tools.record.show({
      text: isRecording ? t('monitor.stopRecording', { rows: recorded }) : t('monitor.record'),
      pressed: isRecording,
      disabled: !isRecording && name !== 'open' && name !== 'waiting' && name !== 'opening',
    });
    tools.series.show({ pressed: state.hasSeriesPanel, disabled: !hasData && !state.hasSeriesPanel });
    tools.statistics.show({ pressed: state.hasStatistics, disabled: !hasData });
    tools.cursors.show({ pressed: state.hasCursors, disabled: !hasData || state.xName !== '' });
    tools.alerts.show({ pressed: state.hasAlerts });
    tools.png.show({ disabled: !hasData });
    tools.csv.show({ disabled: !hasData });
    tools.clear.show({ disabled: status.counts.lines === 0 });
    tools.editor.show({ hidden: !opened.isPanelView });
  }
}
