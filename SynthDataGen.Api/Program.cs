using SynthDataGen.Api;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Documents;
using SynthDataGen.Api.Start;
using SynthDataGen.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddSynthDataGen();
builder.AddFirstStart();
builder.AddUploads();
builder.Services.AddBearerAccess();
builder.AddSignIns();
builder.Services.AddProblems();
builder.Services.AddOpenApi();

var app = builder.Build();

app.UseForwardedHeaders();
app.UseProblems();
app.UseAuthentication();
app.UseAuthorization();
app.UseRoleCheck();
app.UseUploads();
app.MapDefaultEndpoints();
app.MapOpenApi();
app.MapV1();

return await app.RunCheckedAsync();
