using SynthDataGen.Web.Tests.CannedApi;

// `dotnet run -- serve 5081` gives the browser app something to talk to; anything else runs the tests.
if (args is ["serve", var port])
{
    await using var api = await CannedServer.StartAsync(int.Parse(port));
    Console.WriteLine($"The canned Api listens at {api.Address}; sign in with \"{CannedData.Secret}\".");
    await Task.Delay(Timeout.Infinite);
}

return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
