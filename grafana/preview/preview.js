// Draws a board from its JSON and Prometheus' HTTP API: enough of Grafana to see what a board shows.
//
//   python3 -m http.server --directory grafana 8000
//   http://localhost:8000/preview/?board=incident&prometheus=http://localhost:9090&minutes=30
'use strict';

const asked = new URLSearchParams(location.search);
const prometheus = asked.get('prometheus') || 'http://localhost:9090';
const end = Number(asked.get('end')) || Math.floor(Date.now() / 1000);
const seconds = 60 * (Number(asked.get('minutes')) || 30);
const start = end - seconds;
const step = Math.max(5, Math.round(seconds / 300));
const rateInterval = Math.max(60, step + 15);
const COLUMN = 66, LINE = 36, GAP = 8, TOP = 10;

const COLOURS = {
  green: '#56a64b', red: '#e02f44', orange: '#ff780a', yellow: '#f2cc0c', blue: '#3274d9', purple: '#a352cc',
  text: '#5a606b', transparent: 'transparent', 'semi-dark-blue': '#3274d9', 'semi-dark-orange': '#ff780a', 'semi-dark-red': '#e02f44',
};
const PALETTE = ['#73bf69', '#f2cc0c', '#8ab8ff', '#ff780a', '#f2495c', '#5794f2', '#b877d9', '#705da0', '#37872d', '#fade2a', '#447ebc', '#c15c17',
  '#890f02', '#0a437c', '#6d1f62', '#584477'];
const colour = name => COLOURS[name] || name;

function expression(expr) {
  return expr.replaceAll('$__rate_interval', rateInterval + 's').replaceAll('$__interval', step + 's').replaceAll('$__range', seconds + 's').replace(/"\$\w+"/g, '".*"');
}

async function ask(target) {
  const range = target.instant ? `time=${end}` : `start=${start}&end=${end}&step=${step}`;
  const path = target.instant ? 'query' : 'query_range';
  const answer = await fetch(`${prometheus}/api/v1/${path}?${range}&query=${encodeURIComponent(expression(target.expr))}`);
  const json = await answer.json();
  if (json.status !== 'success') throw new Error(json.error);
  return json.data.result.map(found => ({
    labels: found.metric,
    name: named(target, found.metric),
    refId: target.refId,
    points: (found.values || [found.value]).map(([time, value]) => [time, Number(value)]).filter(point => !Number.isNaN(point[1])),
  })).filter(series => series.points.length > 0);
}

function named(target, labels) {
  if (target.legendFormat === '__auto') return Object.values(labels).join(' ') || 'value';
  return target.legendFormat.replace(/\{\{(\w+)}}/g, (_, label) => labels[label] ?? '');
}

function scaled(value, steps) {
  for (const [factor, unit] of steps) if (Math.abs(value) >= factor) return digits(value / factor) + unit;
  return digits(value / steps.at(-1)[0]) + steps.at(-1)[1];
}

function digits(value, decimals) {
  const size = Math.abs(value);
  return value.toFixed(decimals ?? (size >= 100 || value === Math.round(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)).replace(/^-0$/, '0');
}

const SHORT = [[1e9, ' B'], [1e6, ' M'], [1e3, ' K'], [1, '']];
const SUFFIX = { reqps: ' req/s', mps: ' msg/s', cps: ' /s', cpm: ' /min', opm: ' /min' };

function shown(value, unit, decimals) {
  if (unit === 'percentunit') return digits(value * 100, decimals ?? (value * 100 >= 10 || value === 0 ? 0 : 1)) + ' %';
  if (unit === 's') {
    return scaled(value, [[31536000, ' years'], [86400, ' days'], [3600, ' hours'], [60, ' min'], [1, ' s'], [0.001, ' ms']]);
  }
  if (unit === 'currencyUSD') return '$' + digits(value, Math.abs(value) >= 100 ? 0 : 2);
  if (unit === 'bytes') return scaled(value, [[2 ** 30, ' GiB'], [2 ** 20, ' MiB'], [1024, ' KiB'], [1, ' B']]);
  if (unit.startsWith('suffix:')) return digits(value, decimals) + unit.slice(7);
  if (unit === 'none') return digits(value, decimals);
  return (decimals === undefined ? scaled(value, SHORT) : digits(value, decimals)) + (SUFFIX[unit] || '');
}

function property(panel, series, id) {
  for (const { matcher, properties } of panel.fieldConfig.overrides) {
    const hit = matcher.id === 'byName' ? matcher.options === series.name
      : matcher.id === 'byFrameRefID' ? matcher.options === series.refId
        : new RegExp(matcher.options.replace(/^\/|\/$/g, '')).test(series.name);
    const found = hit && properties.find(one => one.id === id);
    if (found) return found.value;
  }
  return undefined;
}

function step4(thresholds, value) {
  return thresholds.steps.filter(one => one.value === null || value >= one.value).at(-1).color;
}

const element = (tag, attributes, ...children) => {
  const svg = ['svg', 'path', 'line', 'rect', 'text', 'g', 'title'].includes(tag);
  const made = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

function nothing(panel) {
  return element('div', { class: 'none', style: 'padding-top: 30px' }, panel.fieldConfig.defaults.noValue || 'No data');
}

function stat(panel, all) {
  const box = element('div', { class: 'stats', style: `height: ${panel.gridPos.h * LINE - 50}px` });
  for (const series of all) {
    const value = series.points.at(-1)[1];
    const thresholds = property(panel, series, 'thresholds') || panel.fieldConfig.defaults.thresholds;
    box.append(element('div', { class: 'stat', style: `background: ${colour(step4(thresholds, value))}` },
      all.length > 1 ? series.name : '', element('b', {}, shown(value, panel.fieldConfig.defaults.unit, panel.fieldConfig.defaults.decimals))));
  }
  return box;
}

const CALCS = {
  mean: ['Mean', values => values.reduce((sum, value) => sum + value, 0) / values.length],
  max: ['Max', values => Math.max(...values)], min: ['Min', values => Math.min(...values)], lastNotNull: ['Last', values => values.at(-1)],
};

function legend(panel, all, unit) {
  const calcs = panel.options.legend.calcs.map(name => CALCS[name]);
  const rows = all.map(series => [series, calcs.map(calc => calc[1](series.points.map(point => point[1])))]).sort((a, b) => b[1][0] - a[1][0]);
  const table = element('table', { class: 'legend' }, element('tr', {}, element('th', {}), ...calcs.map(calc => element('th', { class: 'number' }, calc[0]))));
  for (const [series, values] of rows) {
    table.append(element('tr', {}, element('td', {}, element('span', { style: `color: ${series.colour}; font-weight: 900` }, '━ '), series.name),
      ...values.map(value => element('td', { class: 'number' }, shown(value, unit)))));
  }
  return table;
}

function stacked(all, mode) {
  const totals = new Map();
  for (const { points } of all) for (const [time, value] of points) totals.set(time, (totals.get(time) || 0) + value);
  const below = new Map();
  return all.map(series => ({
    ...series,
    points: series.points.map(([time, value]) => {
      const low = below.get(time) || 0;
      const high = low + (mode === 'percent' ? value / (totals.get(time) || 1) : value);
      below.set(time, high);
      return [time, high, low];
    }),
  }));
}

function ticks(low, high, log) {
  if (log) {
    const found = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) found.push(10 ** power);
    return found.filter(value => value >= low && value <= high);
  }
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const size = [1, 2, 5, 10].map(factor => factor * power).find(one => one >= raw);
  const found = [];
  for (let value = Math.ceil(low / size) * size; value <= high + size / 1e6; value += size) found.push(Math.abs(value) < size / 1e6 ? 0 : value);
  return found;
}

function graph(panel, found, width, height) {
  const { defaults } = panel.fieldConfig;
  const custom = defaults.custom;
  const mode = custom.stacking.mode;
  const log = custom.scaleDistribution.type === 'log';
  found.forEach((series, i) => { series.colour = colour(property(panel, series, 'color')?.fixedColor || PALETTE[i % PALETTE.length]); });
  const right = panel.options.legend.placement === 'right';
  const plot = { left: 64, top: 4, width: width - 64 - (right ? 330 : 0), height: height - 24 - (right ? 0 : Math.min(100, 18 + 15 * found.length)) };
  const drawn = mode === 'none' ? found : stacked(found, mode);
  const unit = mode === 'percent' ? 'percentunit' : defaults.unit;
  const values = drawn.flatMap(series => series.points.map(point => point[1]));
  let low = defaults.min ?? Math.min(...values, custom.axisSoftMin ?? Infinity), high = Math.max(...values, custom.axisSoftMax ?? -Infinity);
  if (mode === 'percent') high = 1; else if (defaults.max !== undefined) high = defaults.max;
  if (log) low = Math.max(low, high / 1e6, 1e-6);
  if (high <= low) high = low + (low ? Math.abs(low) * 0.1 : 1);
  else if (defaults.max === undefined && mode !== 'percent') high += (high - low) * 0.04;
  const x = time => plot.left + (time - start) / seconds * plot.width;
  const y = value => plot.top + plot.height * (1 - (log
    ? (Math.log(Math.max(value, low)) - Math.log(low)) / (Math.log(high) - Math.log(low)) : (value - low) / (high - low)));
  const svg = element('svg', { width: right ? plot.left + plot.width : width, height: plot.top + plot.height + 20 });
  for (const value of ticks(low, high, log)) {
    svg.append(element('line', { x1: plot.left, x2: plot.left + plot.width, y1: y(value), y2: y(value), stroke: '#2c3036' }),
      element('text', { x: plot.left - 6, y: y(value) + 4, 'text-anchor': 'end' }, shown(value, unit)));
  }
  axis(svg, x, plot.top + plot.height, plot.left, plot.width);
  for (const series of drawn) lines(svg, series, x, y, mode === 'none' ? custom.fillOpacity : 70, low);
  if (custom.thresholdsStyle.mode !== 'off') {
    for (const limit of defaults.thresholds.steps.slice(1)) {
      if (limit.value < low || limit.value > high) continue;
      const side = limit.color === 'transparent' || limit.color === 'green' ? defaults.thresholds.steps[defaults.thresholds.steps.indexOf(limit) - 1] : limit;
      svg.append(element('line', { x1: plot.left, x2: plot.left + plot.width, y1: y(limit.value), y2: y(limit.value), stroke: colour(side.color), 'stroke-dasharray': '8 6' }));
    }
  }
  marks.forEach(mark => svg.append(element('line', { x1: x(mark), x2: x(mark), y1: plot.top, y2: plot.top + plot.height, stroke: '#e02f44', 'stroke-dasharray': '2 3' })));
  const box = element('div', { style: right ? 'display: flex' : '' }, svg);
  box.append(element('div', { style: right ? 'padding: 8px; width: 310px' : 'max-height: 104px; overflow: hidden' }, legend(panel, found, defaults.unit)));
  return box;
}

function axis(svg, x, bottom, left, width) {
  const every = seconds / Math.max(2, Math.floor(width / 110));
  const size = [60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400].find(one => one >= every) || 86400;
  for (let time = Math.ceil(start / size) * size; time <= end; time += size) {
    const text = new Date(time * 1000).toISOString().slice(11, 16);
    if (x(time) < left + width - 12) svg.append(element('text', { x: x(time), y: bottom + 15, 'text-anchor': 'middle' }, text));
  }
}

function lines(svg, series, x, y, opacity, low) {
  let line = '', runs = [], before = null;
  for (const point of series.points) {
    const begin = before === null || point[0] - before > step * 1.5;
    if (begin) runs.push([]);
    runs.at(-1).push(point);
    line += `${begin ? 'M' : 'L'}${x(point[0]).toFixed(1)},${y(point[1]).toFixed(1)}`;
    before = point[0];
  }
  for (const run of runs) {
    const up = run.map(point => `${x(point[0]).toFixed(1)},${y(point[1]).toFixed(1)}`);
    const down = run.map(point => `${x(point[0]).toFixed(1)},${y(point[2] ?? low).toFixed(1)}`).reverse();
    svg.append(element('path', { d: `M${up.concat(down).join('L')}Z`, fill: series.colour, 'fill-opacity': opacity / 100 }));
  }
  svg.append(element('path', { d: line, fill: 'none', stroke: series.colour, 'stroke-width': 1.6 }));
}

function timeline(panel, all, width, height) {
  const left = 250, row = Math.min(30, (height - 24) / all.length);
  const x = time => left + (time - start) / seconds * (width - left);
  const svg = element('svg', { width, height });
  const calm = panel.fieldConfig.defaults.mappings.find(one => one.type === 'value')?.options;
  all.forEach((series, i) => {
    svg.append(element('text', { x: left - 8, y: i * row + row / 2 + 4, 'text-anchor': 'end' }, series.name));
    for (const [time, value] of series.points) {
      const fill = calm?.[value]?.color || step4(panel.fieldConfig.defaults.thresholds, value);
      svg.append(element('rect', { x: x(time), y: i * row + 2, width: x(step) - x(0) + 0.6, height: row - 4, fill: colour(fill) }));
    }
  });
  axis(svg, x, all.length * row, left, width - left);
  return svg;
}

function heatmap(panel, all, width, height) {
  const bound = series => series.labels.le === '+Inf' ? Infinity : Number(series.labels.le);
  const sorted = all.slice().sort((a, b) => bound(a) - bound(b));
  const row = (height - 24) / sorted.length, left = 64;
  const x = time => left + (time - start) / seconds * (width - left);
  const cells = [];
  sorted.forEach((series, i) => {
    const below = new Map(i ? sorted[i - 1].points : []);
    for (const [time, value] of series.points) cells.push([time, i, value - (below.get(time) || 0)]);
  });
  const most = Math.max(...cells.map(cell => cell[2]), 1e-9);
  const svg = element('svg', { width, height });
  for (const [time, i, value] of cells) {
    if (value < 1e-4) continue;
    const share = Math.sqrt(value / most);
    svg.append(element('rect', { x: x(time), y: (sorted.length - 1 - i) * row + 1, width: x(step) - x(0), height: row - 2, fill: `hsl(${55 - 50 * share} 90% ${70 - 30 * share}%)` }));
  }
  sorted.forEach((series, i) => svg.append(element('text', { x: left - 6, y: (sorted.length - 1 - i) * row + row / 2 + 4, 'text-anchor': 'end' }, `≤ ${series.labels.le}`)));
  axis(svg, x, height - 24, left, width - left);
  return svg;
}

function cell(panel, column, value) {
  if (value === undefined) return element('td', {});
  if (typeof value !== 'number') return element('td', {}, value);
  const field = { name: column, refId: '' };
  const unit = property(panel, field, 'unit') || panel.fieldConfig.defaults.unit;
  const options = property(panel, field, 'custom.cellOptions');
  const fill = options?.type === 'color-background' ? colour(step4(panel.fieldConfig.defaults.thresholds, value)) : 'transparent';
  return element('td', { class: 'number', style: `background: ${fill}` }, shown(value, unit, property(panel, field, 'decimals') ?? panel.fieldConfig.defaults.decimals));
}

function table(panel, all) {
  const matrix = panel.transformations.find(one => one.id === 'groupingToMatrix')?.options;
  const organized = panel.transformations.find(one => one.id === 'organize')?.options || {};
  const renamed = organized.renameByName || {};
  const rows = new Map();
  for (const series of all) {
    const value = series.points.at(-1)[1];
    const key = matrix ? series.labels[matrix.rowField] : JSON.stringify(series.labels);
    const row = rows.get(key) || (matrix ? { [matrix.rowField]: key } : { ...series.labels });
    const raw = matrix ? series.labels[matrix.columnField] : panel.targets.length > 1 ? `Value #${series.refId}` : 'Value';
    row[renamed[raw] || raw] = value;
    rows.set(key, row);
  }
  const list = [...rows.values()];
  const sort = panel.options.sortBy?.[0]?.displayName;
  list.sort((a, b) => (sort ? (b[sort] || 0) - (a[sort] || 0) : 0));
  const place = column => organized.indexByName?.[column] ?? organized.indexByName?.[Object.keys(renamed).find(raw => renamed[raw] === column)] ?? (list.some(row => typeof row[column] === 'number') ? 99 : -1);
  const columns = [...new Set(list.flatMap(row => Object.keys(row)))].sort((a, b) => place(a) - place(b));
  const made = element('table', {}, element('tr', {}, ...columns.map(column => element('th', { class: list.some(row => typeof row[column] === 'number') ? 'number' : '' }, renamed[column] || column))));
  list.forEach(row => made.append(element('tr', {}, ...columns.map(column => cell(panel, column, row[column])))));
  return made;
}

const KINDS = { stat, table, timeseries: graph, 'state-timeline': timeline, heatmap };
let marks = [];

async function draw(panel) {
  const at = panel.gridPos;
  const box = element('div', {
    class: panel.type === 'row' ? 'row' : 'panel',
    style: `left: ${at.x * COLUMN + TOP}px; top: ${at.y * LINE + TOP}px; width: ${at.w * COLUMN - GAP}px; height: ${at.h * LINE - GAP}px`,
  });
  document.getElementById('board').append(box);
  if (panel.type === 'row') return box.append(panel.title);
  box.append(element('h2', { title: panel.description }, panel.title));
  try {
    const all = (await Promise.all(panel.targets.map(ask))).flat();
    box.append(all.length ? KINDS[panel.type](panel, all, at.w * COLUMN - GAP - 20, at.h * LINE - GAP - 36) : nothing(panel));
  } catch (wrong) {
    box.append(element('div', { class: 'none' }, String(wrong.message)));
  }
}

async function main() {
  const board = await (await fetch(`../dashboards/${asked.get('board') || 'incident'}.json`)).json();
  document.getElementById('title').append(board.title, ' ', element('small', {}, `${new Date(start * 1000).toISOString().slice(0, 16).replace('T', ' ')} to ${new Date(end * 1000).toISOString().slice(11, 16)} UTC · a preview drawn from the same JSON and queries, not Grafana`));
  const bottom = Math.max(...board.panels.map(panel => panel.gridPos.y + panel.gridPos.h));
  document.getElementById('board').style.height = `${bottom * LINE + 2 * TOP}px`;
  const alerts = await ask({ expr: board.annotations.list.find(one => one.name === 'Pages').expr, legendFormat: '', refId: 'A', instant: false });
  marks = alerts.flatMap(series => series.points.map(point => point[0]));
  for (const panel of board.panels) await draw(panel);
  document.title = `drawn ${bottom * LINE + 60}`;
}

main().catch(wrong => { document.title = 'failed'; document.body.append(String(wrong.stack)); });
