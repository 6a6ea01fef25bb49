-- One writer's session in Neovim: open a draft, read its diagnostics, hover, correct.
-- Everything seen is written as JSON to $STET_RESULT; nothing here knows what is right.

local draft = assert(os.getenv('STET_DRAFT'))
local result_file = assert(os.getenv('STET_RESULT'))
local server = { assert(os.getenv('STET_NODE')), assert(os.getenv('STET_SERVER')), '--stdio' }
local patience_ms = 20000

local seen = { pushes = 0 }

local function finish()
  local file = assert(io.open(result_file, 'w'))
  file:write(vim.json.encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function wait_for(what, condition)
  if vim.wait(patience_ms, condition, 20) then return end
  seen.failure = what .. ' did not come'
  finish()
end

-- A byte column as Neovim keeps it, and the offset encoding of the protocol beside it.
local function plain(diagnostic)
  return {
    lnum = diagnostic.lnum,
    col = diagnostic.col,
    end_lnum = diagnostic.end_lnum,
    end_col = diagnostic.end_col,
    severity = diagnostic.severity,
    message = diagnostic.message,
    source = diagnostic.source,
    lsp = (diagnostic.user_data or {}).lsp,
  }
end

local function on_publish(err, params, context, config)
  vim.lsp.diagnostic.on_publish_diagnostics(err, params, context, config)
  if params.uri == vim.uri_from_bufnr(0) then seen.pushes = seen.pushes + 1 end
end

local function all_diagnostics()
  local found = vim.diagnostic.get(0)
  table.sort(found, function(one, other)
    if one.lnum ~= other.lnum then return one.lnum < other.lnum end
    return one.col < other.col
  end)
  return found
end

-- What the lines of the floating window say after `K`.
local function hover_window(diagnostic)
  vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
  vim.lsp.buf.hover()
  local lines
  wait_for('The hover window', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
    return false
  end)
  return lines
end

local function code_actions(client, diagnostic)
  local position = function(lnum, col)
    local line = vim.api.nvim_buf_get_lines(0, lnum, lnum + 1, false)[1]
    local _, units = vim.str_utfindex(line, col)
    return { line = lnum, character = units }
  end
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = {
      start = position(diagnostic.lnum, diagnostic.col),
      ['end'] = position(diagnostic.end_lnum, diagnostic.end_col),
    },
    context = { diagnostics = {} },
  }
  local answer = client.request_sync('textDocument/codeAction', params, patience_ms, 0)
  return (answer or {}).result or {}
end

vim.cmd('edit ' .. vim.fn.fnameescape(draft))
vim.bo.filetype = 'markdown'
local client_id = vim.lsp.start_client({
  name = 'stet',
  cmd = server,
  root_dir = vim.fn.fnamemodify(draft, ':h'),
  handlers = { ['textDocument/publishDiagnostics'] = on_publish },
})
vim.lsp.buf_attach_client(0, client_id)
wait_for('The first diagnostics', function() return seen.pushes > 0 end)

local client = vim.lsp.get_client_by_id(client_id)
seen.server = client.server_capabilities
seen.diagnostics = {}
seen.actions = {}
for index, diagnostic in ipairs(all_diagnostics()) do
  seen.diagnostics[index] = plain(diagnostic)
  seen.actions[index] = code_actions(client, diagnostic)
end

local first = all_diagnostics()[1]
if first then
  seen.hover = hover_window(first)
  local fix_all
  for _, action in ipairs(seen.actions[1]) do
    if action.kind == 'source.fixAll.stet' then fix_all = action end
  end
  if fix_all then
    local pushes = seen.pushes
    vim.lsp.util.apply_workspace_edit(fix_all.edit, client.offset_encoding)
    wait_for('Diagnostics of the corrected draft', function() return seen.pushes > pushes end)
    seen.corrected = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
    seen.left = {}
    for index, diagnostic in ipairs(all_diagnostics()) do seen.left[index] = plain(diagnostic) end
  end
end

vim.lsp.stop_client(client_id)
finish()
