using Quartz;
using SynthDataGen.Core.Data.Work;

namespace SynthDataGen.Worker.Tests;

public sealed class WorkKindsTests
{
    [Fact]
    public void Every_kind_of_work_names_a_job_of_the_worker()
    {
        WorkKinds.All.ShouldNotBeEmpty();

        WorkKinds.All.Values.ShouldAllBe(name => typeof(IJob).IsAssignableFrom(Type.GetType(name)));
    }
}
