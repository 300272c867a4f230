// Kinds of entries by their numbers (spec/entry.md).

export const KIND = {
  lineOpen: 1, lineAgree: 2, checkpoint: 10, card: 7, revoke: 8, cardTaken: 14, revokeTaken: 15, stamp: 13, orphans: 60, adopt: 61, equivocation: 62, shred: 67, handOver: 57, attest: 68,
  callOffer: 32, callAnswer: 34, callMedia: 45, callSecured: 47, callPart: 70, voiceNote: 74, voicePart: 75,
  matchingProposed: 87, matchingAnswer: 88, matchingCommit: 89, matchingPart: 90, matchingDone: 91,
};
export const RECEIPT = { node: 20, desk: 21, read: 22, acknowledge: 23, bad: 24, refuse: 25 };
export const KINDS = new Set([
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25],
  ...[32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 56, 57],
  ...[60, 61, 62, 63, 64, 65, 66, 67, 68, 70, 71, 72, 73, 74, 75, 80, 81, 82, 83, 84, 85, 86],
  ...[87, 88, 89, 90, 91],
]);
