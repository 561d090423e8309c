import { createHash } from "node:crypto";

/** A program that Redis runs in one go: nobody else gets in while it does. */
export interface Script {
  readonly source: string;
  /** What Redis knows it by once it has seen it. */
  readonly sha: string;
}

/**
 * Every script begins so: `ARGV[1]` is the instant on Redis's clock after which its caller
 * has given up and said so. What comes later, after a pause of Redis or of the network, must
 * not happen any more.
 */
const PRELUDE = `
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then
  return redis.error_reply('LATE the caller has given up')
end
local world = ARGV[2]
`;

function script(body: string): Script {
  const source = PRELUDE + body;
  return { source, sha: createHash("sha1").update(source).digest("hex") };
}

/**
 * A world that is there is marked as used about once a second, not at every request. `KEYS[3]`
 * is the key of its own scenario, `ARGV[6]` that of a new one.
 */
export const openWorld = script(`
local worlds, used, now = KEYS[1], KEYS[2], tonumber(ARGV[3])
local header = redis.call('HGET', worlds, world)
if header then
  if now - redis.call('ZSCORE', used, world) >= 1000 then
    redis.call('ZADD', used, now, world)
  end
  return header
end
if redis.call('HLEN', worlds) >= tonumber(ARGV[4]) then return false end
redis.call('HSET', worlds, world, ARGV[5])
redis.call('ZADD', used, now, world)
if ARGV[6] ~= '' then redis.call('SET', KEYS[3], ARGV[6]) end
return ARGV[5]
`);

/**
 * `KEYS[3]` is the key of the world's own scenario, `ARGV[5]` that scenario, empty for none; the
 * other keys are those of its records and logs.
 */
export const resetWorld = script(`
redis.call('HSET', table.remove(KEYS, 1), world, ARGV[4])
redis.call('ZADD', table.remove(KEYS, 1), ARGV[3], world)
redis.call('UNLINK', unpack(KEYS))
if ARGV[5] ~= '' then redis.call('SET', KEYS[1], ARGV[5]) end
`);

export const endWorld = script(`
local existed = redis.call('HDEL', table.remove(KEYS, 1), world)
redis.call('ZREM', table.remove(KEYS, 1), world)
redis.call('UNLINK', unpack(KEYS))
return existed
`);

/** `ARGV[4]` is how the keys of a world begin, the rest how they end. */
export const endUnused = script(`
local unused = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[3])
for _, id in ipairs(unused) do
  redis.call('HDEL', KEYS[1], id)
  redis.call('ZREM', KEYS[2], id)
  for i = 5, #ARGV do redis.call('UNLINK', ARGV[4] .. id .. ':' .. ARGV[i]) end
end
`);

export const listWorlds = script(`
return {
  redis.call('HGETALL', KEYS[1]),
  redis.call('ZRANGE', KEYS[2], 0, -1, 'WITHSCORES'),
}
`);

/**
 * Writes the changes of one piece of work. `ARGV[4]` is how many fields it is about: each has
 * its hash in `KEYS` and, in `ARGV`, its name, the text that was found there and the one to be
 * put there; an empty text is no field. What is left of both are logs and their new entries.
 * Answers 1, or 0 where a field is not what was found. A world that has ended keeps nothing.
 */
export const commit = script(`
if redis.call('HEXISTS', KEYS[1], world) == 0 then return 1 end
local fields = tonumber(ARGV[4])
for i = 1, fields do
  local name, before = ARGV[3 * i + 2], ARGV[3 * i + 3]
  if (redis.call('HGET', KEYS[i + 1], name) or '') ~= before then return 0 end
end
for i = 1, fields do
  local name, before, after = unpack(ARGV, 3 * i + 2, 3 * i + 4)
  if after == '' then redis.call('HDEL', KEYS[i + 1], name)
  elseif after ~= before then redis.call('HSET', KEYS[i + 1], name, after) end
end
for i = fields + 2, #KEYS do
  redis.call('LPUSH', KEYS[i], ARGV[2 * fields + i + 3])
  redis.call('LTRIM', KEYS[i], 0, ARGV[3] - 1)
end
return 1
`);

/** Removes records, each key followed by what was found there; one that changed since stays. */
export const removeRecords = script(`
for i = 3, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] then
    redis.call('HDEL', KEYS[1], ARGV[i])
  end
end
`);

export const emptyLog = script(`redis.call('UNLINK', KEYS[1])`);

export const removeEntries = script(`
for i = 3, #ARGV do redis.call('LREM', KEYS[1], 0, ARGV[i]) end
`);

export const hit = script(`
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
return { count, redis.call('PTTL', KEYS[1]) }
`);

/** What stands there already, else `ARGV[4]`, which does from now on. */
export const agree = script(`
redis.call('HSETNX', KEYS[1], ARGV[3], ARGV[4])
return redis.call('HGET', KEYS[1], ARGV[3])
`);
