-- Asks one question over and over with the words of a file, one a line; QUESTION, WORDS and TOKEN come
-- from the environment.
local token, question = os.getenv("TOKEN"), os.getenv("QUESTION")
local words = {}
for line in io.lines(os.getenv("WORDS")) do words[#words + 1] = line end
local documents = {
  search = 'query S($w: String!) { customers(filter: { search: $w }) { edges { node { id reference kind name dateOfBirth identifiers { kind shown } } } } }',
  find = 'query S($w: String!) { search(text: $w) { edges { node { kind reference exact snippet { text matched } } } } }',
  pattern = 'query P($w: ID!) { consideration(id: $w) { reference pattern { contacts contactsWeCaused percentWeCaused contactsByCause { cause contacts } contactsByMonth { month contacts contactsWeCaused } contactsUsingARight unfinishedMatters { reference } missedStandards incidents incidentDays incidentsByFamily { family incidents } services { code } tried { kind on } } } }'
}
local n, threads, all = 0, 0, {}
function setup(thread) thread:set("offset", threads * 4001); table.insert(all, thread); threads = threads + 1 end
function init(args) n = offset or 0 end
request = function()
  n = n + 1
  local body = '{"query":"' .. documents[question] .. '","variables":{"w":"' .. words[1 + n % #words] .. '"}}'
  return wrk.format("POST", "/graphql", { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token }, body)
end
bad = 0
response = function(status, headers, body)
  -- An empty answer is quick and measures nothing.
  if status ~= 200 or body:find('"errors"', 1, true) or body:find('"consideration":null', 1, true) then bad = bad + 1; if bad < 3 then print(status, body:sub(1, 300)) end end
end
done = function(summary, latency, requests)
  local wrong = 0
  for _, thread in ipairs(all) do wrong = wrong + (thread:get("bad") or 0) end
  if wrong > 0 then io.write("WRONG ANSWERS " .. wrong .. "\n"); os.exit(1) end
  io.write(string.format("answers/s %.0f p50 %.2f ms p95 %.2f ms p99 %.2f ms errors %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect))
end
