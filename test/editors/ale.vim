" twir for the files of the newsletter, which are UTF-8 whatever the locale says.
set encoding=utf-8
autocmd BufRead,BufNewFile DRAFT_TEMPLATE set filetype=markdown

function! TwirRoot(buffer) abort
  " The folder above draft/ and content/.
  return fnamemodify(bufname(a:buffer), ':p:h:h')
endfunction

function! TwirFormat(buffer) abort
  let l:file = ale#Escape(fnamemodify(bufname(a:buffer), ':p'))
  return {'command': 'twir format --stdin-filename ' . l:file . ' -'}
endfunction

augroup Twir
  autocmd!
  autocmd BufRead,BufNewFile *-this-week-in-rust.md,DRAFT_TEMPLATE
        \   call ale#linter#Define('markdown', {
        \     'name': 'twir',
        \     'lsp': 'stdio',
        \     'executable': 'twir',
        \     'command': '%e server --stdio',
        \     'project_root': function('TwirRoot'),
        \     'initialization_options': {'positionEncoding': 'utf-8'},
        \   })
        \ | let b:ale_linters = ['twir']
        \ | let b:ale_fixers = [function('TwirFormat')]
        \ | setlocal omnifunc=ale#completion#OmniFunc
augroup END
