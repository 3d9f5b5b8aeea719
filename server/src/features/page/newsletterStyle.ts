import type { StyleRule, StyleValue } from './styleSheet';

const TEXT: StyleValue = ['#444444', '#ffffff'];
const LINK: StyleValue = ['#2a6fce', '#55a8f5'];
const LINE: StyleValue = ['#dcdcdc', '#333333'];
const FONT = "'Helvetica Neue', Helvetica, Arial, sans-serif";

/** Our own styles, made so that an issue looks as it does in the mailbox. */
export const NEWSLETTER_STYLE: readonly StyleRule[] = [
  {
    select: '',
    style: { margin: '0', 'font-family': FONT, color: TEXT, 'background-color': ['#ffffff', '#111111'] },
  },
  {
    select: '.page',
    style: {
      width: '100%',
      'max-width': '660px',
      margin: '0 auto',
      border: '1px solid',
      'border-color': LINE,
      'border-top': '5px solid',
      'border-top-color': ['#000000', '#444444'],
      'border-collapse': 'separate',
    },
  },
  {
    select: '.logo-line td',
    style: {
      padding: '12px 24px',
      'border-bottom': '1px solid',
      'border-bottom-color': LINE,
      'font-family': FONT,
      'background-color': ['#fdfdfd', '#040404'],
    },
  },
  {
    select: '.logo',
    style: { margin: '0', 'font-size': '23px', 'line-height': '27px', 'font-weight': 'bold', color: TEXT },
  },
  {
    select: '.number',
    style: {
      'font-size': '16px',
      'line-height': '27px',
      'text-align': 'right',
      'white-space': 'nowrap',
      color: TEXT,
    },
  },
  { select: '.content', style: { padding: '16px 24px', 'font-family': FONT, 'overflow-wrap': 'break-word' } },
  {
    select: '.content p',
    style: { margin: '0 0 15px', 'font-size': '16px', 'line-height': '24px', color: TEXT },
  },
  { select: '.content ul, .content ol', style: { 'margin-top': '0', 'margin-bottom': '15px' } },
  { select: '.content li > ul, .content li > ol', style: { 'margin-bottom': '0' } },
  { select: '.content li', style: { 'font-size': '16px', 'line-height': '1.3', color: TEXT } },
  {
    select: '.content h1',
    style: { margin: '16px 0', 'font-size': '24px', 'font-weight': 'bold', color: TEXT },
  },
  {
    select: '.content h2',
    style: { margin: '10px 0', 'font-size': '19px', 'font-weight': 'bold', color: TEXT },
  },
  {
    select: '.content h3, .content h4, .content h5, .content h6',
    style: { margin: '10px 0', 'font-size': '16px', 'font-weight': 'bold', color: TEXT },
  },
  { select: '.content h5', style: { 'font-size': '14px' } },
  { select: '.content a', style: { color: LINK, 'text-decoration': 'none' } },
  { select: '.content a:hover', style: { 'text-decoration': 'underline' } },
  { select: '.content a.toclink', style: { color: TEXT } },
  {
    select: '.content blockquote',
    style: {
      margin: '0 0 15px',
      padding: '4px 15px',
      'border-left': '4px solid',
      'border-left-color': ['#e8e8e8', '#666666'],
      'font-size': '18px',
      'font-style': 'italic',
      color: ['#6f6f6f', '#ffffff'],
      'background-color': ['#ffffff', '#3c3c3c'],
    },
  },
  {
    // The lines of a quote are the author's: a mail keeps them.
    select: '.content blockquote p',
    style: { margin: '0', 'white-space': 'pre-line', 'font-size': '18px', color: ['#6f6f6f', '#ffffff'] },
  },
  {
    select: '.content code, .content pre',
    style: {
      border: '1px solid',
      'border-color': ['#e8e8e8', '#333333'],
      'border-radius': '3px',
      'font-family': 'monospace',
      'font-weight': '600',
      color: ['#b81f46', '#eb7f98'],
      'background-color': ['#eeeeff', '#222222'],
    },
  },
  { select: '.content pre', style: { padding: '8px 12px', 'overflow-x': 'auto' } },
  { select: '.content pre code', style: { border: '0' } },
  { select: '.content table', style: { margin: '0 0 15px', 'border-collapse': 'collapse', color: TEXT } },
  {
    select: '.content td, .content th',
    style: { padding: '2px 8px', border: '1px solid', 'border-color': LINE },
  },
  { select: '.content img', style: { 'max-width': '100%' } },
];
