using SynthDataGen.ServiceDefaults;
using SynthDataGen.Web.Documents;
using SynthDataGen.Web.Export;
using SynthDataGen.Web.Shell;
using SynthDataGen.Web.Workspaces;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddApiAccess();
builder.AddSignIn();
builder.AddPages();

var app = builder.Build();
app.UseErrorPage();
app.UseSecurityHeaders();
app.UseNotFoundPage();
app.UseSignIn();
app.MapDefaultEndpoints();
app.MapSession();
app.MapUpload();
app.MapDocumentFiles();
app.MapExport();
app.MapPages();
return await app.RunCheckedAsync();
