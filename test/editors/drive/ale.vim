" What the test asks Vim for, written as JSON; steps run while Vim waits for keys.
set nocompatible
let g:ale_completion_enabled = 0
let g:ale_lint_delay = 10
set completeopt=menu,menuone,noselect,noinsert
set runtimepath^=/usr/share/vim-ale
filetype plugin on
execute 'source' fnameescape($TWIR_CONFIG)
runtime! plugin/ale.vim

let s:seen = {}
let s:waited = 0

function! s:Found() abort
  let l:list = getloclist(0)
  if empty(l:list) | return 0 | endif
  let s:seen.found = map(copy(ale#engine#GetLoclist(bufnr(''))),
        \ '{"rule": get(v:val, "code", ""), "text": getline(v:val.lnum)[v:val.col - 1 : v:val.end_col - 1]}')
  call feedkeys("Go* [vi\<C-x>\<C-o>", 't')
  return 1
endfunction

function! s:Offered() abort
  let l:items = complete_info(['items']).items
  if empty(l:items) | return 0 | endif
  let s:seen.offered = map(copy(l:items), '!empty(v:val.abbr) ? v:val.abbr : v:val.word')
  call feedkeys("\<C-n>\<C-y>\<Esc>", 't')
  return 1
endfunction

function! s:Completed() abort
  if mode() !=# 'n' | return 0 | endif
  let s:seen.completed = getline('$')
  call cursor(search('utm_', 'w'), 1)
  call search('utm_', 'c')
  call ale#codefix#Execute(0, function('s:Choose'))
  return 1
endfunction

" Instead of the menu in which people choose.
function! s:Choose(data, items) abort
  for l:item in a:items
    if l:item[1].title ==# 'Remove utm_source'
      call ale#codefix#ApplyLSPCodeAction(a:data, l:item[1])
      return
    endif
  endfor
  let s:seen.actions = a:items
endfunction

function! s:Fixed() abort
  let l:line = getline(search('crab', 'wn'))
  if l:line =~# 'utm_' | return 0 | endif
  let s:seen.fixed = l:line
  ALEFix
  return 1
endfunction

function! s:Formatted() abort
  let l:line = getline(search('Zwei', 'wn'))
  if l:line =~# ' $' | return 0 | endif
  let s:seen.formatted = l:line
  return 1
endfunction

let s:steps = ['s:Found', 's:Offered', 's:Completed', 's:Fixed', 's:Formatted']

function! s:Step(timer) abort
  let s:waited += 1
  try
    if call(s:steps[0], []) | call remove(s:steps, 0) | endif
  catch
    let s:seen.error = v:exception . ' at ' . v:throwpoint
  endtry
  if empty(s:steps) || s:waited > 150 || has_key(s:seen, 'error')
    let s:seen.messages = execute('messages')
    call writefile([json_encode(s:seen)], $TWIR_SEEN)
    qall!
  endif
endfunction

autocmd VimEnter * call timer_start(100, function('s:Step'), {'repeat': -1})
