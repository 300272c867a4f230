// What a signature needs: fetched right after the first picture, before anybody can have anything to sign.

export { review } from "../model/bodies.ts";
export { relieved, RELEASE_ACTION, released, stated, TAKE_WATCH } from "../model/statement.ts";
