using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests;

/// <summary><c>dotnet run -- serve 5081</c> serves the canned Api for the browser app; anything else runs the tests.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["serve", var port])
        {
            var data = new CannedData();
            data.Exports.Fill();
            await using var api = await CannedServer.StartAsync(int.Parse(port), data);
            Console.WriteLine($"The canned Api listens at {api.Address}; sign in with \"{CannedData.Secret}\".");
            await Task.Delay(Timeout.Infinite);
        }

        return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}
