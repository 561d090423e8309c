import fc from "fast-check";
import { field, value } from "./values.ts";

const pairs = fc.array(fc.tuple(field, value), { maxLength: 8 });

/** With the right token, so that the form is read; its fields may come again. */
export const form = fc
  .tuple(
    fc.constantFrom("", "_csrf={{csrf}}&", "_csrf={{panelCsrf}}&", "_csrf=x&"),
    pairs,
    fc.boolean(),
  )
  .map(([token, fields, isEscaped]) => {
    const write = isEscaped ? escape : (text: string) => text;
    return (
      token +
      fields.map(([key, text]) => `${write(key)}=${write(text)}`).join("&")
    );
  });

/** Forms that are right, but for what may follow them. */
export const rightForm = fc
  .tuple(
    fc.constantFrom(
      "_csrf={{csrf}}&isAPIEnable=Y&exDm=43200",
      "_csrf={{csrf}}&isAPIEnable=N",
      "_csrf={{csrf}}&user_name=never_enabled&user_pass=Simulator%401",
      "_csrf={{csrf}}&old_pass=Simulator%401&new_pass=Other%4012&confirm_pass=Other%4012",
      "_csrf={{panelCsrf}}&do=advance&by=PT6H",
      "_csrf={{panelCsrf}}&do=lock&username=run_out",
      "_csrf={{panelCsrf}}&do=arm-fault&at=login&kind=error&times=1",
      "_csrf={{panelCsrf}}&do=sign-in&username=run_out",
    ),
    fc.option(fc.tuple(field, value), { nil: undefined }),
  )
  .map(([text, more]) => (more ? `${text}&${more[0]}=${more[1]}` : text));

/** Percent escapes of each byte that is no letter or digit. */
function escape(text: string): string {
  return text.replaceAll(
    /[^\w{}.-]/g,
    (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
