import { mount } from "svelte";

import "./ui/style.css";
import App from "./ui/App.svelte";

const target = document.getElementById("page");
if (target) mount(App, { target });
