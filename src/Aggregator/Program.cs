using System.CommandLine;
using Aggregator.Commands;

var root = new RootCommand("Aggregator: news events from articles, with every figure leading to its sentence.")
{
    ExtractCommand.Create(),
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
