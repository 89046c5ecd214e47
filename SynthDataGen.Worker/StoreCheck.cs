using SynthDataGen.Core.Storage;
using SynthDataGen.ServiceDefaults;

namespace SynthDataGen.Worker;

/// <summary>Says at start, in one sentence, when the store's setting is of no use.</summary>
internal sealed class StoreCheck(IServiceProvider services) : IStartupCheck
{
    public Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            services.GetRequiredService<IObjectStore>();
            return Task.CompletedTask;
        }
        catch (StorageException e)
        {
            throw new StartupException(e.Message, e);
        }
    }
}
