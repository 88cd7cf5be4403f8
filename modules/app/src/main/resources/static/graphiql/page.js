// The local profile's issuer gives a token for the chosen role; elsewhere put one under "Headers".
const roles = ['officer', 'head-of-service', 'head-of-service-leisure', 'head-of-customer-services', 'cmt-member',
  'elected-member', 'monitoring-officer', 'data-protection-officer', 'legal', 'auditor', 'contractor',
  'plugin-administrator', 'integrator'];
const form = document.getElementById('sign-in');
const select = document.getElementById('client');
const state = document.getElementById('state');
let token = null;

async function signIn(client) {
  const answer = await fetch('/oauth2/token', {
    method: 'POST',
    headers: { authorization: 'Basic ' + btoa(client + ':' + client), 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  if (!answer.ok) {
    token = null;
    return false;
  }
  token = (await answer.json()).access_token;
  return true;
}

async function choose() {
  state.textContent = (await signIn(select.value)) ? '' : 'No token: put one under "Headers".';
}

async function fetcher(parameters, options) {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(token ? { authorization: 'Bearer ' + token } : {}),
    ...(options && options.headers),
  };
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(parameters) });
  return answer.json();
}

(async () => {
  if (await signIn(roles[0])) {
    for (const role of roles) {
      select.add(new Option(role.replaceAll('-', ' '), role));
    }
    select.addEventListener('change', choose);
    form.hidden = false;
  }
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
      fetcher,
      defaultQuery: '# What may I do now? Choose a role above, then run:\n{ viewer { name roles can } }\n',
      isHeadersEditorEnabled: true,
    }),
  );
})();
