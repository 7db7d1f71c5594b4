using System.CommandLine;
using Aggregator.Commands;

var root = new RootCommand("Aggregator: articles in, events and casualty claims out, as feeds that people follow.")
{
    ServeCommand.Create(),
    ImportCommand.Create(),
    CopyCommand.Create(),
    ExtractCommand.Create(),
    ResolveCommand.Create(),
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
