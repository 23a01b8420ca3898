/** Scales channel by channel: a chart that marks what stands out, and a table with multiplier and shift. */
import type { ChannelDetails, TensorDetails } from '../../src/core/inspect/tensorDetails';
import { ChartCard } from '../shared/chartCard';
import { element } from '../shared/element';
import { GridPanel } from '../shared/gridPanel';
import type { GridColumn } from '../shared/gridRows';
import type { Words } from '../shared/words';
import { ChannelHistogram } from './channelHistogram';
import { exportFile } from './exportFile';
import type { InspectorPage } from './inspectorPage';

const mostRowsSeen = 14;

interface ChannelRow extends ChannelDetails {
  readonly channel: number;
  readonly real?: number;
  readonly multiplier?: number;
  readonly shift?: number;
}

export function channelsSection(page: InspectorPage, details: TensorDetails): readonly HTMLElement[] {
  const { channels, requantization, statistics } = details;
  if (channels.length === 0) return [];
  const { t } = page.words;
  const rows = channels.map((channel, index): ChannelRow => {
    const factor = requantization?.channels[index];
    return { ...channel, channel: index, ...factor };
  });
  const parts: HTMLElement[] = [element('h3', {}, t('inspector.channels'))];
  if (rows.length > 1) parts.push(scaleChart(page, rows, details.tensor), ...remarks(page.words, rows));
  if (requantization) {
    parts.push(
      element(
        'p',
        { class: 'description' },
        t('inspector.requantization', { operator: String(requantization.operator) }),
      ),
    );
  }
  const hasCodes = statistics !== undefined && rows.length > 1;
  const histogram = new ChannelHistogram(page, details);
  const panel = new GridPanel<ChannelRow>({
    page,
    id: 'channels',
    label: t('inspector.channels'),
    filterLabel: t('inspector.filterChannels'),
    columns: channelColumns(page.words, requantization !== undefined),
    keyOf: ({ channel }) => String(channel),
    empty: t('inspector.noRows'),
    ...(hasCodes ? { onSelect: ({ channel }: ChannelRow) => histogram.choose(channel) } : {}),
    onCopy: (text) => {
      page.send({ type: 'copy', text });
      page.announce(t('inspector.copied'));
    },
  });
  panel.element.classList.add('short-grid');
  panel.grid.element.style.height = `${Math.min(mostRowsSeen, rows.length + 2) * 24}px`;
  panel.show(rows);
  parts.push(panel.element, ...(hasCodes ? [histogram.element] : []));
  return parts;
}

function scaleChart(page: InspectorPage, rows: readonly ChannelRow[], tensor: number): HTMLElement {
  const { words } = page;
  const { t } = words;
  const card = new ChartCard({
    words,
    title: t('inspector.scaleChart'),
    level: 4,
    xAxis: t('inspector.channel'),
    yAxis: t('inspector.scale'),
    empty: '',
    onSave: ({ name, bytes }) => void exportFile(page, { what: 'file', name, bytes }),
    fileName: `t${tensor}_${t('inspector.scale')}`,
  });
  const series = (name: string, wanted: (row: ChannelRow) => boolean) => {
    const some = rows.filter(wanted);
    const x = Float64Array.from(some, ({ channel }) => channel);
    const y = Float64Array.from(some, ({ scale }) => scale);
    return { name, draw: 'points' as const, x, y };
  };
  const all = [
    series(t('inspector.scale'), ({ isOutlier, isDead }) => !isOutlier && !isDead),
    series(t('inspector.outlier'), ({ isOutlier, isDead }) => isOutlier && !isDead),
    series(t('inspector.dead'), ({ isDead }) => isDead),
  ];
  card.show(all.filter(({ x }) => x.length > 0));
  return card.element;
}

function remarks({ t }: Words, rows: readonly ChannelRow[]): readonly HTMLElement[] {
  const listed = (wanted: (row: ChannelRow) => boolean): readonly number[] =>
    rows.filter(wanted).map(({ channel }) => channel);
  const outliers = listed(({ isOutlier }) => isOutlier);
  const dead = listed(({ isDead }) => isDead);
  const said = [
    ...(outliers.length > 0
      ? [t('inspector.outliers', { count: outliers.length, channels: shortList(outliers) })]
      : []),
    ...(dead.length > 0
      ? [t('inspector.deadChannels', { count: dead.length, channels: shortList(dead) })]
      : []),
  ];
  return said.map((text) => element('p', {}, text));
}

function shortList(channels: readonly number[]): string {
  const shown = channels.slice(0, 12).join(', ');
  return channels.length > 12 ? `${shown} …` : shown;
}

function channelColumns({ t, number }: Words, hasFactors: boolean): readonly GridColumn<ChannelRow>[] {
  const column = (
    key: keyof ChannelRow &
      ('channel' | 'scale' | 'zeroPoint' | 'lowest' | 'highest' | 'multiplier' | 'shift'),
    title: string,
    width: number,
    exact = false,
  ): GridColumn<ChannelRow> => ({
    key,
    title,
    kind: 'number',
    width,
    text: (row) => {
      const value = row[key];
      if (value === undefined) return '';
      return exact ? String(value) : number(value);
    },
    value: (row) => row[key],
  });
  return [
    column('channel', t('inspector.channel'), 70),
    {
      ...column('scale', t('inspector.scale'), 122, true),
      text: ({ scale }) => String(Number(scale.toPrecision(9))),
      grow: 1,
    },
    column('zeroPoint', t('inspector.zeroPoint'), 90),
    column('lowest', t('inspector.lowest'), 62),
    column('highest', t('inspector.highest'), 72),
    ...(hasFactors
      ? [
          // Ten digits.
          column('multiplier', t('inspector.multiplier'), 110, true),
          column('shift', t('inspector.shift'), 50, true),
        ]
      : []),
    {
      key: 'remark',
      title: t('inspector.remark'),
      kind: 'text',
      width: 66,
      grow: 0.5,
      text: ({ isDead, isOutlier }) =>
        isDead ? t('inspector.dead') : isOutlier ? t('inspector.outlier') : '',
    },
  ];
}
