-- Asks for one quarter after another; QUESTION, QUARTERS (how many since 2011) and TOKEN come from the environment.
local token, question, quarters = os.getenv("TOKEN"), os.getenv("QUESTION"), tonumber(os.getenv("QUARTERS"))
local documents = {
  quarterlyReport = 'query Q($q: Date!) { quarterlyReport(quarter: $q) { status cutOff digest commentary figures { measure { code name definition } serviceArea { code name } breakdown code label number } serviceReturns { dueOn } recommendations { words } followedUp { words } } }',
  quarterFigures = 'query Q($q: Date!) { quarterFigures(quarter: $q) { measure { code name } serviceArea { code } breakdown code label number } }',
  incidentFigures = 'query Q($q: Date!) { incidentFigures(quarters: [$q]) { serviceArea { code } incidents people contacts contactsCausedByUs } }'
}
local n, bad, all = 0, 0, {}
function setup(thread) table.insert(all, thread) end
request = function()
  n = n + 7
  local q = n % quarters
  local day = string.format("%d-%02d-01", 2011 + math.floor(q / 4), 1 + 3 * (q % 4))
  return wrk.format("POST", "/graphql", { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token },
    '{"query":"' .. documents[question] .. '","variables":{"q":"' .. day .. '"}}')
end
wrong = 0
response = function(status, headers, body)
  if status ~= 200 or body:find('"errors"', 1, true) or #body < 300 then wrong = wrong + 1; if wrong < 3 then print(status, body:sub(1, 300)) end end
end
done = function(summary, latency, requests)
  for _, thread in ipairs(all) do bad = bad + (thread:get("wrong") or 0) end
  if bad > 0 then io.write("WRONG ANSWERS " .. bad .. "\n"); os.exit(1) end
  io.write(string.format("answers %d p50 %.1f ms p95 %.1f ms p99 %.1f ms\n", summary.requests,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
