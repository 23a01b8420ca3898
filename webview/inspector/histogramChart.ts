/** How often each code or value occurs, as bars and in words. */
import type { Histogram } from '../../src/core/inspect/histogram';
import { barChart } from '../shared/barChart';
import type { Words } from '../shared/words';

export function histogramChart(words: Words, title: string, of: Histogram): HTMLElement {
  const { t, number } = words;
  const width = (of.to - of.from) / of.counts.length;
  const labels = Array.from(of.counts, (_, bin) =>
    of.isPerCode ? String(of.from + bin) : number(of.from + bin * width),
  );
  let top = 0;
  of.counts.forEach((count, bin) => {
    if (count > (of.counts[top] ?? 0)) top = bin;
  });
  return barChart({
    summary: `${title}. ${t('inspector.histogramSummary', {
      from: labels[0] ?? '',
      to: number(of.to),
      top: labels[top] ?? '',
      count: of.counts[top] ?? 0,
    })}`,
    language: words.language,
    bars: {
      kind: 'histogram',
      labels,
      counts: of.counts,
      xAxis: of.isPerCode ? t('inspector.code') : t('inspector.value'),
      yAxis: t('inspector.count'),
    },
  });
}
