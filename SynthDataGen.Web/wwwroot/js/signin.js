// A sign-in link carries its secret after the #, which browsers send nowhere: it moves from the address into the field.
// The button is left to the person, so that programs that open links before people do can't use the link up.
const field = document.getElementById("token");
const secret = location.hash.slice(1);
if (field && secret) {
  field.value = secret;
  history.replaceState(null, "", location.pathname + location.search);
  document.getElementById("signin-link").hidden = false;
  document.querySelector("button[type=submit]").focus();
}
