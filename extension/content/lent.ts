/** The page, as the script that was there before lends it to the layer. */
import { PAGE, type Page, world } from "./parts";

export const page = world[PAGE] as Page;
