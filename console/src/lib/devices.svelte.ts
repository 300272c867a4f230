// Microphone, headset, and the loudspeaker that rings: which there are, which are chosen, and which of the chosen are gone.
//
// A microphone that is pulled out is not replaced by itself: the next one may stand open in a room full of people. The
// person chooses. An output that is gone is replaced by the system's own at once: whoever calls must be heard.

import { tones } from "../sound/tones.ts";
import { desk } from "./desk.svelte.ts";
import { preferences, type Devices } from "./preferences.svelte.ts";

type Sort = "audioinput" | "audiooutput";
export const SORTS: Record<keyof Devices, Sort> = { microphone: "audioinput", ear: "audiooutput", ringer: "audiooutput" };

class Outlets {
  /** Nothing before the browser has been asked. */
  all = $state.raw<readonly MediaDeviceInfo[]>([]);
  /** Outputs that were chosen and are not there. */
  gone = $state.raw<readonly ("ear" | "ringer")[]>([]);
  #watching = false;

  /** Follow what is plugged in and out, and use what was chosen. */
  watch(): void {
    if (this.#watching || !navigator.mediaDevices) return;
    this.#watching = true;
    navigator.mediaDevices.addEventListener("devicechange", () => void this.look());
    void this.look();
  }

  of(which: keyof Devices): MediaDeviceInfo[] {
    return this.all.filter((each) => each.kind === SORTS[which] && each.deviceId !== "" && each.deviceId !== "default");
  }

  async look(): Promise<void> {
    this.all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    await this.#apply();
  }

  async choose(which: keyof Devices, id: string): Promise<void> {
    preferences.useDevice(which, id);
    if (which === "microphone") desk.voice.set({ microphone: id });
    else await this.#apply();
  }

  /** The microphone that is chosen once more, or the system's own: after it was pulled out. */
  again(): void {
    const chosen = preferences.devices.microphone;
    const there = this.of("microphone").some((each) => each.deviceId === chosen);
    desk.voice.retake(there ? chosen : "");
  }

  async #apply(): Promise<void> {
    const { ear, ringer } = preferences.devices;
    const [hears, rings] = [await this.#use("ear", ear), await this.#use("ringer", ringer)];
    this.gone = [...(hears ? [] : (["ear"] as const)), ...(rings ? [] : (["ringer"] as const))];
  }

  /** False where the chosen output is gone; the system's own is used then. */
  async #use(which: "ear" | "ringer", id: string): Promise<boolean> {
    const choose = (device: string): Promise<boolean> => (which === "ear" ? desk.voice.choose(device) : tones.choose(device));
    const there = id === "" || this.of(which).some((each) => each.deviceId === id);
    if (there && this.#used[which] === id) return true;
    const done = there && (await choose(id));
    if (!done) await choose("");
    this.#used[which] = done ? id : "";
    return done;
  }

  #used = { ear: "", ringer: "" };
}

export const outlets = new Outlets();
