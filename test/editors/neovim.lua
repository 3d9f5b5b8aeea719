-- twir for the files of the newsletter.
local function is_newsletter(file)
  return file:match('%-this%-week%-in%-rust%.md$') or file:match('/DRAFT_TEMPLATE$')
end

vim.filetype.add({ filename = { DRAFT_TEMPLATE = 'markdown' } })
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    if not is_newsletter(vim.api.nvim_buf_get_name(event.buf)) then return end
    -- The folder above draft/ and content/.
    local root = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ':p:h:h')
    local twir = { name = 'twir', cmd = { 'twir', 'server', '--stdio' }, root_dir = root }
    if vim.lsp.start then
      vim.lsp.start(twir)
    else -- before Neovim 0.8
      twir_client = twir_client or vim.lsp.start_client(twir)
      vim.lsp.buf_attach_client(event.buf, twir_client)
    end
    vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end,
})
