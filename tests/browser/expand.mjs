// Lists what ical.js finds in a calendar file: one entry for each date, series expanded.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const here = createRequire(`${process.argv[2]}/`);
const { default: ICAL } = await import(pathToFileURL(here.resolve("ical.js")).href);

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const series = new Map();
for (const component of calendar.getAllSubcomponents("vevent")) {
  const uid = component.getFirstPropertyValue("uid");
  const entry = series.get(uid) ?? { masters: [], exceptions: [] };
  entry[component.hasProperty("recurrence-id") ? "exceptions" : "masters"].push(component);
  series.set(uid, entry);
}

const found = [];
const tell = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const add = (item, starts, ends) =>
  found.push({
    uid: item.uid,
    starts: tell(starts),
    ends: item.component.hasProperty("dtend") || item.component.hasProperty("duration") ? tell(ends) : null,
    status: item.component.getFirstPropertyValue("status"),
    summary: item.summary,
    location: item.location,
    sequence: item.sequence,
  });

for (const [uid, { masters, exceptions }] of series) {
  if (masters.length !== 1) throw new Error(`${uid} stands for ${masters.length} series`);
  const event = new ICAL.Event(masters[0], { exceptions });
  if (!event.isRecurring()) {
    add(event, event.startDate, event.endDate);
    continue;
  }
  const times = event.iterator();
  for (let time = times.next(); time; time = times.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(time);
    add(item, startDate, endDate);
  }
}
process.stdout.write(JSON.stringify(found));
