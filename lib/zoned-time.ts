/**
 * Wall-clock times of a named zone (IANA) and the instants they mean. A newsroom writes "8 o'clock in Tokyo";
 * what is stored is the instant, with the zone beside it to show the time as it was meant.
 */

/** What a form offers first; any other name of the IANA list is taken too. */
export const usualZones = [
  ['Asia/Shanghai', '北京时间'],
  ['Asia/Urumqi', '乌鲁木齐'],
  ['Asia/Hong_Kong', '香港'],
  ['Asia/Taipei', '台北'],
  ['Asia/Tokyo', '东京'],
  ['Asia/Singapore', '新加坡'],
  ['Europe/London', '伦敦'],
  ['Europe/Paris', '巴黎'],
  ['America/New_York', '纽约'],
  ['America/Los_Angeles', '洛杉矶'],
  ['UTC', '协调世界时'],
] as const;

export function isTimeZone(zone: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    // Offsets like +08:00 are taken by Intl as well, but name no place whose rules could be followed.
    return /^[A-Z]/u.test(timeZone);
  } catch {
    return false;
  }
}

/** 北京时间, or the name itself of a zone that is not offered. */
export function zoneLabel(zone: string): string {
  return usualZones.find(([name]) => name === zone)?.[1] ?? zone;
}

/** `2026-11-23T08:00`, the form of a datetime-local field. */
export function wallTimeIn(zone: string, instant: Date): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  return shown.replace(' ', 'T');
}

const hour = 60 * 60_000;

/**
 * The instant of a wall-clock time (`2026-11-23T08:00`) in a zone. Undefined for what no clock there ever
 * shows: 30 February, or the hour that is left out when summer time begins. Of an hour that comes twice the
 * first one is meant.
 */
export function instantOf(wallTime: string, zone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(wallTime)) return undefined;
  const asUtc = Date.parse(`${wallTime}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Zones lie between 12 hours behind and 14 ahead; an offset changes at most once within a day around.
  const offsets = [asUtc - 14 * hour, asUtc + 12 * hour].map((near) => offsetAt(zone, new Date(near)));
  const candidates = offsets
    .map((offset) => new Date(asUtc - offset))
    .filter((candidate) => wallTimeIn(zone, candidate) === wallTime);
  return candidates.toSorted((one, other) => one.getTime() - other.getTime())[0];
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: Date): number {
  const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
  return Date.parse(`${wallTimeIn(zone, new Date(minute))}Z`) - minute;
}
