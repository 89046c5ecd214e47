// A sign-in link carries its secret behind the #, which browsers send nowhere: it is put into the field here, and out of the address.
// The button is left to the person, so that what opens links before people do cannot use the link up.
const field = document.getElementById("token");
const secret = location.hash.slice(1);
if (field && secret) {
  field.value = secret;
  history.replaceState(null, "", location.pathname + location.search);
  document.getElementById("signin-link").hidden = false;
  document.querySelector("button[type=submit]").focus();
}
