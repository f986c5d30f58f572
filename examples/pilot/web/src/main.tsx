import { render } from "preact";
import { App } from "./app";
import { lookWho } from "./me/sign_in";
import "./style/tokens.css";
import "./style/base.css";
import "./style/forms.css";
import "./style/shell.css";
import "./style/league.css";
import "./style/room.css";
import "./style/competition.css";
import "./style/tv.css";

const place = document.getElementById("app");
if (place) render(<App />, place);
void lookWho();
