-- Rotates through the loaded people; the token comes from the environment.
local query = [[query Check($input: ContactCheckInput!) { contactCheck(input: $input) { verdict identity { confirmed } conditions { code text { value } because { restriction rule clause } } nextOpening wordsToSay { value lang } nextSteps { code } asOf policyVersion appealPending reviewOverdue } }]]
local token = os.getenv("TOKEN")
local n = 0
local threads, all = 0, {}
function setup(thread) thread:set("offset", threads * 50021); table.insert(all, thread); threads = threads + 1 end
function init(args) n = offset end
request = function()
  n = (n + 7919) % 100000
  local id = n + 1
  local body = '{"query":"' .. query .. '","variables":{"input":{"identity":{"reference":"B-' .. id ..
    '","email":"bench' .. id .. '@example.org"},"channel":"PHONE","speaker":"SELF","serviceArea":"housing","topic":"other"}}}'
  return wrk.format("POST", "/graphql", { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token }, body)
end
bad = 0
response = function(status, headers, body)
  if status ~= 200 or not body:find('"confirmed":true', 1, true) then bad = bad + 1; if bad < 3 then print(status, body:sub(1, 300)) end end
end
done = function(summary, latency, requests)
  local wrong = 0
  for _, thread in ipairs(all) do wrong = wrong + (thread:get("bad") or 0) end
  if wrong > 0 then io.write("WRONG ANSWERS " .. wrong .. "\n"); os.exit(1) end
  io.write(string.format("checks/s %.0f  p50 %.2f ms  p99 %.2f ms  errors %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect))
end
