const HEAD = 8;
const PART = 4;

/** The SID of the primary group: the one of the person with its last part replaced. It is in no list of members. */
export function primaryGroupSid(objectSid: Buffer | null, primaryGroupId: number | undefined): Buffer | null {
  if (!objectSid || primaryGroupId === undefined || objectSid.length < HEAD + PART) return null;
  const parts = objectSid[1] ?? 0;
  if (parts === 0 || objectSid.length !== HEAD + parts * PART) return null;
  const sid = Buffer.from(objectSid);
  sid.writeUInt32LE(primaryGroupId, sid.length - PART);
  return sid;
}

/** The last part of a group's SID, which is what people name it by; undefined where there is no SID. */
export function relativeId(objectSid: Buffer | null): number | undefined {
  if (!objectSid || objectSid.length < HEAD + PART) return undefined;
  return objectSid.readUInt32LE(objectSid.length - PART);
}
