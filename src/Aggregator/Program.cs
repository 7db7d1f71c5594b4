using System.CommandLine;
using Aggregator.Commands;
using Aggregator.Hosting;

var root = new RootCommand("Aggregator: articles in, events and casualty claims out, as feeds that people follow.")
{
    ServeCommand.Create(),
    ImportCommand.Create(),
    CopyCommand.Create(),
    KeysCommand.Create(),
    ExtractCommand.Create(),
    ResolveCommand.Create(),
    TrainCommand.Create(),
};
// The parser ends the process this long after a signal, whatever is under way; its own default of 2 s would cut a node's handing over short.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = AggregatorHost.ShutdownTimeout + TimeSpan.FromSeconds(5) });
