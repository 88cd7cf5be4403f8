-- Records one incident after another, from many days, with the concerns of a file, one a line; TOKEN and
-- CONCERNS come from the environment.
local token, concerns = os.getenv("TOKEN"), {}
for line in io.lines(os.getenv("CONCERNS")) do concerns[#concerns + 1] = line end
local n, all, threads = 0, {}, 0
function setup(thread) thread:set("offset", threads * 1000003); table.insert(all, thread); threads = threads + 1 end
function init(args) n = offset or 0 end
request = function()
  n = n + 1
  local day = string.format("2026-%02d-%02d", 1 + n % 9, 1 + (n * 7) % 28)
  return wrk.format("POST", "/graphql", { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token },
    '{"query":"mutation($input:IncidentRecordInput!){incidentRecord(input:$input){incident{id} refusals{code message}}}","variables":{"input":{"concern":"' ..
    concerns[1 + n % #concerns] .. '","incident":{"occurredOn":"' .. day .. '","channel":"PHONE","behaviours":["OFFENSIVE_REMARKS"],"affected":["STAFF"],' ..
    '"account":"Called an officer names on the telephone and rang off.","sourceGrade":"FIRST_HAND","identityConfidence":"CONFIRMED","tested":true}}}}')
end
wrong = 0
response = function(status, headers, body)
  if status ~= 200 or not body:find('"incident":{', 1, true) then wrong = wrong + 1; if wrong < 3 then print(status, body:sub(1, 300)) end end
end
done = function(summary, latency, requests)
  local bad = 0
  for _, thread in ipairs(all) do bad = bad + (thread:get("wrong") or 0) end
  if bad > 0 then io.write("WRONG ANSWERS " .. bad .. "\n"); os.exit(1) end
  io.write(string.format("%.1f incidents/s p50 %.1f ms p99 %.1f ms\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
