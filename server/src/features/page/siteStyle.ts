import type { StyleRule, StyleValue } from './styleSheet';

const TEXT: StyleValue = ['#444444', '#f0f0f0'];
const PAPER: StyleValue = ['#fdfdfd', '#353535'];
const LINK: StyleValue = ['#2a6fce', '#d9a62e'];
const SOFT: StyleValue = ['#6f6f6f', '#b9b9b9'];
const LINE: StyleValue = ['#e8e8e8', '#5a5a5a'];
const BEHIND_CODE: StyleValue = ['#eeeeff', '#2a2a2a'];

/** Our own styles, made so that an issue looks as it does on the site: widths, sizes, colors by day and by night. */
export const SITE_STYLE: readonly StyleRule[] = [
  {
    select: '',
    style: {
      margin: '0',
      'font-family': "'Helvetica Neue', Helvetica, Arial, sans-serif",
      'font-size': '16px',
      'line-height': '1.5',
      color: TEXT,
      'background-color': PAPER,
      'overflow-wrap': 'break-word',
    },
  },
  {
    select: '.page',
    style: { 'max-width': '800px', margin: '0 auto', padding: '30px', 'box-sizing': 'border-box' },
  },
  {
    select: '.title-row',
    style: {
      display: 'flex',
      'flex-wrap': 'wrap',
      'justify-content': 'space-between',
      'align-items': 'baseline',
      gap: '0 30px',
      margin: '0 0 30px',
      'font-size': '20px',
    },
  },
  { select: '.title-row h1', style: { margin: '0', 'font-size': '20px', 'font-weight': 'normal' } },
  {
    select: '.title-row time',
    style: { 'font-family': "'Fira Mono', monospace", 'font-size': '17px', color: SOFT },
  },
  { select: 'p, blockquote, pre, ul, ol, h2, h3, h4, h5, h6, .content h1', style: { margin: '0 0 15px' } },
  { select: 'ul, ol', style: { 'margin-left': '30px', padding: '0' } },
  { select: 'li > ul, li > ol', style: { 'margin-bottom': '0' } },
  { select: '.content h1', style: { 'font-size': '24px', 'font-weight': 'bold', 'line-height': '1.1' } },
  { select: 'h2', style: { 'font-size': '19px', 'font-weight': 'bold', 'line-height': '1.1' } },
  { select: 'h3, h4', style: { 'font-size': '16px', 'font-weight': 'bold', 'line-height': '1.1' } },
  { select: 'h5', style: { 'font-size': '14px', 'font-weight': 'bold', 'line-height': '1.1' } },
  { select: 'h6', style: { 'font-size': '12px', 'font-weight': 'bold', 'line-height': '1.1' } },
  { select: 'a', style: { color: LINK, 'text-decoration': 'none' } },
  { select: 'a:hover', style: { color: TEXT, 'text-decoration': 'underline' } },
  { select: 'a.toclink', style: { color: TEXT } },
  {
    select: 'blockquote',
    style: {
      'padding-left': '15px',
      'border-left': '4px solid',
      'border-left-color': LINE,
      'font-size': '18px',
      'font-style': 'italic',
      color: SOFT,
    },
  },
  { select: 'blockquote p', style: { 'white-space': 'pre-line' } },
  { select: 'blockquote > :last-child', style: { 'margin-bottom': '0' } },
  {
    select: 'code, pre',
    style: {
      border: '1px solid',
      'border-color': LINE,
      'border-radius': '3px',
      'font-family': 'Menlo, Monaco, Consolas, monospace',
      'font-size': '15px',
      color: ['#b81f46', '#ee7a99'],
      'background-color': BEHIND_CODE,
    },
  },
  { select: 'code', style: { padding: '1px 5px' } },
  { select: 'pre', style: { padding: '8px 12px', 'overflow-x': 'auto', color: ['#333333', '#c4c4c4'] } },
  { select: 'pre code', style: { padding: '0', border: '0', color: 'inherit' } },
  { select: 'table', style: { margin: '1em 0', 'border-collapse': 'collapse' } },
  {
    select: 'td, th',
    style: { padding: '2px 8px', border: '1px solid', 'border-color': ['#d2d2d2', '#aeaeae'] },
  },
  { select: 'th', style: { 'background-color': ['#eeeeee', '#525252'] } },
  { select: 'tr:nth-child(even) td', style: { 'background-color': ['#f7f7f7', '#454545'] } },
  { select: 'img', style: { 'max-width': '100%', 'vertical-align': 'middle' } },
  { select: 'hr', style: { border: '0', 'border-top': '1px solid', 'border-top-color': LINE } },
];
