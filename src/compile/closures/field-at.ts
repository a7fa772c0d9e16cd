/**
 * Fields of lowered records by their place.
 * In: a record, a place. Out: the value. A name that is written in the code is found several times as fast as one that is put together.
 */
import type { Lowered, LoweredRecord } from '../lowered.ts';

export function fieldAt(record: LoweredRecord, index: number): Lowered | undefined {
  switch (index) {
    case 0:
      return record.f0;
    case 1:
      return record.f1;
    case 2:
      return record.f2;
    case 3:
      return record.f3;
    case 4:
      return record.f4;
    case 5:
      return record.f5;
    case 6:
      return record.f6;
    case 7:
      return record.f7;
    case 8:
      return record.f8;
    case 9:
      return record.f9;
    case 10:
      return record.f10;
    case 11:
      return record.f11;
    case 12:
      return record.f12;
    case 13:
      return record.f13;
    case 14:
      return record.f14;
    case 15:
      return record.f15;
    case 16:
      return record.f16;
    case 17:
      return record.f17;
    case 18:
      return record.f18;
    case 19:
      return record.f19;
    default:
      return record[`f${index}`];
  }
}
