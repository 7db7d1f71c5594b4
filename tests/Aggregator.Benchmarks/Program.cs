using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Load;
using Aggregator.Resolution;
using Aggregator.Store;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using BenchmarkDotNet.Running;

// Parts: dotnet run -c Release --project tests/Aggregator.Benchmarks -- --filter '*'
// Store: dotnet run -c Release --project tests/Aggregator.Benchmarks -- store --clients 64 --seconds 10
// Polling: dotnet run -c Release --project tests/Aggregator.Benchmarks -- poll --count 500
// Topics: dotnet run -c Release --project tests/Aggregator.Benchmarks -- topics --clients 1000 --count 5
// One hot topic: dotnet run -c Release --project tests/Aggregator.Benchmarks -- hot --clients 10000 --count 1000 --seconds 30
// Start: dotnet run -c Release --project tests/Aggregator.Benchmarks -- start --count 11
// Resolution: dotnet run -c Release --project tests/Aggregator.Benchmarks -- resolve --count 100000
// Look-ups with many events stored: dotnet run -c Release --project tests/Aggregator.Benchmarks -- resolve --stored 1000000
// Fan-out, beside nchan: dotnet run -c Release --project tests/Aggregator.Benchmarks -- fanout --clients 10000 --count 50
// Webhooks, some of which hang, fail or are gone: dotnet run -c Release --project tests/Aggregator.Benchmarks -- webhooks --clients 1000 --count 40 --seconds 80
// Stories: dotnet run -c Release --project tests/Aggregator.Benchmarks -- stories --file articles-with-stories.jsonl
// Extraction: dotnet run -c Release --project tests/Aggregator.Benchmarks -- linear --count 1000000
// Parts of extraction: dotnet run -c Release --project tests/Aggregator.Benchmarks -- parts --file articles.jsonl --count 700 --seconds 60
// Spoiled texts: dotnet run -c Release --project tests/Aggregator.Benchmarks -- fuzz --count 100000 --file articles.jsonl --seed 1
// Whole: dotnet run -c Release --project tests/Aggregator.Benchmarks -- load|reads|stream --url http://127.0.0.1:5080 …
return args.FirstOrDefault() switch
{
    "store" => await SubmitThroughput.RunAsync(LoadSettings.Parse(args[1..])),
    "poll" => await PollRun.RunAsync(LoadSettings.Parse(args[1..])),
    "topics" => await MemoryOfTopics.RunAsync(LoadSettings.Parse(args[1..])),
    "hot" => await HotTopicRun.RunAsync(LoadSettings.Parse(args[1..])),
    "start" => await StartTime.RunAsync(LoadSettings.Parse(args[1..])),
    "resolve" when LoadSettings.Parse(args[1..]) is { Stored: > 0 } settings => await StoredRun.RunAsync(settings),
    "resolve" => ResolverRun.Run(LoadSettings.Parse(args[1..])),
    "fanout" => await FanOut.RunAsync(LoadSettings.Parse(args[1..])),
    "webhooks" => await WebhookRun.RunAsync(LoadSettings.Parse(args[1..])),
    "stories" => StoriesRun.Run(LoadSettings.Parse(args[1..])),
    "linear" => LinearRun.Run(LoadSettings.Parse(args[1..])),
    "parts" => PartsRun.Run(LoadSettings.Parse(args[1..])),
    "fuzz" => FuzzRun.Run(LoadSettings.Parse(args[1..])),
    "load" => await ArticleLoad.RunAsync(LoadSettings.Parse(args[1..])),
    "reads" => await FeedReads.RunAsync(LoadSettings.Parse(args[1..])),
    "stream" => await StreamFollowers.RunAsync(LoadSettings.Parse(args[1..])),
    _ => BenchmarkSwitcher.FromAssembly(typeof(LoadSettings).Assembly).Run(args).Any() ? 0 : 1,
};
